// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Searches
import Showers
import Storage

/// The files that a search is computed from: cards, materials and tables.
struct SearchInputs {
  /// The files in the order in which they are needed, each once.
  private(set) var files: [Provenance.Input] = []
  private var paths: Set<String> = []
  private let directory: CardDirectory

  /// Reads all that the card at a path needs.
  ///
  /// - Parameters:
  ///   - path: the file of the card.
  ///   - search: the search of the card.
  ///   - library: the cards by name.
  ///   - data: where the tables are.
  init(
    of path: String, _ search: Search, in library: CardLibrary, _ data: DataFolder
  ) throws(StorageError) {
    directory = try library.directory()
    try addCard(path)
    let mediator = search.card[SearchKeys.model][SignalKeys.mediator].name
    for name in [mediator] + search.stack.block.media.map(\.name) { try addCards(named: name) }
    for table in ShowerInputs.fileNames { try add(data.file(table, of: .tables)) }
  }

  /// Notes a file; nil where it is known already.
  @discardableResult
  private mutating func add(_ path: String) throws(StorageError) -> [UInt8]? {
    guard paths.insert(path).inserted else { return nil }
    let content = try FileReader.read(path, atMost: Int.max - 1)
    files.append(Provenance.Input(path: path, content: content))
    return content
  }

  /// Notes a card and those that it or its elements extend.
  private mutating func addCard(_ path: String) throws(StorageError) {
    guard let content = try add(path) else { return }
    var findings = Findings()
    guard let tree = TreeReader.read(Source(name: path, bytes: content), into: &findings) else {
      return
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for word in Self.extended(in: tree) {
      if word.contains("/") || word.hasSuffix(".yaml") {
        try addCard(
          word.hasPrefix("/") ? word : (folder + [word[...]]).joined(separator: "/"))
      } else {
        try addCards(named: word)
      }
    }
  }

  private mutating func addCards(named name: String) throws(StorageError) {
    for location in directory.matches(name) { try addCard(location.path) }
  }

  /// The words behind every `extends`.
  private static func extended(in node: Node) -> [String] {
    let items = node.items ?? []
    let entries = node.entries ?? []
    return entries.flatMap { entry in
      if entry.key == "extends", let word = entry.value.scalar?.text { return [word] }
      return extended(in: entry.value)
    } + items.flatMap { extended(in: $0) }
  }
}
