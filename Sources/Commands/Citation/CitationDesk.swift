// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Storage

/// Finds the publications behind a name: a key, a card, a table of data, a formula.
struct CitationDesk {
  /// All publications.
  let bibliography: Bibliography

  private let formulas: FormulaIndex
  private let library: CardLibrary
  private let folder: DataFolder

  /// Opens the bibliography and the index of formulas.
  init(library: CardLibrary, in folder: DataFolder) throws {
    bibliography = try Bibliography(from: folder)
    formulas = try FormulaIndex(from: folder)
    self.library = library
    self.folder = folder
  }

  /// The publications behind a name.
  ///
  /// - Parameters:
  ///   - name: A key, a module, type or function, a file of data, or a card by name, alias or path.
  ///   - place: Where it stands on the command line.
  /// - Returns: The entries in the order of the bibliography.
  /// - Throws: If there is nothing of this name.
  func entries(behind name: String, at place: Word.Place?) throws -> [BibliographyEntry] {
    if let entry = bibliography[name] { return [entry] }
    let keys = Set(formulas.sources(of: name))
    if !keys.isEmpty { return bibliography.entries.filter { keys.contains($0.key) } }
    if let path = try path(ofTable: name) { return bibliography.entries(namedIn: try text(path)) }
    guard try CardLibrary.isPath(name) || !library.directory().matches(name).isEmpty else {
      throw UsageErrors(try unknown(name, at: place))
    }
    let card = try library.card(name, at: place)
    let sources = [card.source] + card.ancestors
    let text = sources.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
    return bibliography.entries(namedIn: text)
  }

  /// What names each publication: formulas, then files of data.
  func namers() throws -> [String: [String]] {
    var namers: [String: [String]] = [:]
    for entry in formulas.entries {
      namers[entry.source, default: []].append("\(entry.module).\(entry.formula)")
    }
    for kind in DataFolder.Kind.allCases where kind != .validation {
      for name in try folder.names(of: kind) where name != FormulaIndex.fileName {
        let text = try text(folder.file(name, of: kind))
        for entry in bibliography.entries(namedIn: text) {
          namers[entry.key, default: []].append("\(kind.rawValue)/\(name)")
        }
      }
    }
    return namers
  }

  private func path(ofTable name: String) throws(StorageError) -> String? {
    guard try folder.names(of: .tables).contains(name) else { return nil }
    return try folder.file(name, of: .tables)
  }

  private func text(_ path: String) throws(StorageError) -> String {
    String(decoding: try FileReader.read(path, atMost: 10_000_000), as: UTF8.self)
  }

  private func unknown(_ name: String, at place: Word.Place?) throws -> UsageError {
    let names =
      try library.directory().words + bibliography.entries.map(\.key) + formulas.names
      + folder.names(of: .tables)
    let near = didYouMean(name, among: names)
    return UsageError(
      "nothing to cite is named \(quoted(name))",
      because: "it is no card, formula, table or key of the bibliography",
      try: near.isEmpty ? "'lacuna cite --list' shows the keys" : near, at: place)
  }
}
