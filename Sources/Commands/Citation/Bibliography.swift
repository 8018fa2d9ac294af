// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

/// The publications that formulas, data and cards name, `references.bib` of the data folder.
package struct Bibliography: Sendable {
  /// The name of the file, which lies in the data folder itself.
  package static let fileName = "references.bib"

  /// The entries in the order of the file, which is that of their keys.
  package let entries: [BibliographyEntry]

  private let indexByKey: [String: Int]

  /// Reads the bibliography that ships with the program.
  package init(from folder: DataFolder) throws {
    let path = folder.path + "/" + Self.fileName
    let bytes = try FileReader.read(path, atMost: 10_000_000)
    try self.init(String(decoding: bytes, as: UTF8.self), file: path)
  }

  /// Reads BibTeX.
  ///
  /// - Parameters:
  ///   - text: The text; whatever stands outside entries is a remark.
  ///   - file: Its name, for messages.
  /// - Throws: Where an entry is not closed, or a key stands twice.
  package init(_ text: String, file: String) throws(BibliographyError) {
    var reader = BibliographyReader(text, file: file)
    var entries: [BibliographyEntry] = []
    var indexByKey: [String: Int] = [:]
    while let entry = try reader.next() {
      guard indexByKey[entry.key] == nil else {
        throw BibliographyError(
          file: file, line: reader.line, problem: "the key '\(entry.key)' stands twice",
          reason: "a key names one publication")
      }
      indexByKey[entry.key] = entries.count
      entries.append(entry)
    }
    self.entries = entries
    self.indexByKey = indexByKey
  }

  /// The entry of a key.
  package subscript(key: String) -> BibliographyEntry? { indexByKey[key].map { entries[$0] } }

  /// The entries whose keys stand in a text as words of their own, in the order of the file.
  package func entries(namedIn text: String) -> [BibliographyEntry] {
    let words = Set(
      text.split { !($0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" || $0 == "_") }
        .map { String($0.drop { $0 == ":" || $0 == "-" }).trimmingTrailingMarks })
    return entries.filter { words.contains($0.key) }
  }
}

extension String {
  /// The text without colons and dashes at its end, which belong to the sentence around it.
  fileprivate var trimmingTrailingMarks: String {
    var text = self
    while text.last == ":" || text.last == "-" { text.removeLast() }
    return text
  }
}

/// Why a bibliography cannot be read.
package struct BibliographyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  package let file: String
  /// The line, from 1.
  package let line: Int
  /// What is wrong.
  package let problem: String
  /// Why it is wrong.
  package let reason: String

  /// PLACE: PROBLEM (WHY).
  package var description: String { "\(file):\(line): \(problem) (\(reason))" }
}
