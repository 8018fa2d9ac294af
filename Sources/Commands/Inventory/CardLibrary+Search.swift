// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

extension CardLibrary {
  /// The file of a card that a user names: by name, or by path.
  ///
  /// A word with a slash or the ending of a card is a path; so is any other word that is no name
  /// but a file.
  ///
  /// - Parameters:
  ///   - word: What the user wrote.
  ///   - kind: The kind, if the user said it.
  ///   - place: Where the word stands on the command line.
  /// - Returns: The path.
  /// - Throws: If there is no such card, or several.
  func path(
    of word: String, kind: Inventory.Kind? = nil, at place: Word.Place?
  ) throws -> String {
    let isPath = word.contains("/") || [".yaml", ".yml", ".json"].contains { word.hasSuffix($0) }
    if isPath { return word }
    let all = try locations(of: kind)
    let matches = all.filter { $0.name == word }
    switch matches.count {
    case 1: return matches[0].path
    case 0:
      if access(word, F_OK) == 0 { return word }
      throw UsageErrors(unknown(word, among: all.map(\.name), kind: kind, at: place))
    default:
      let kinds = matches.map(\.kind)
      throw UsageErrors(
        UsageError(
          "\(quoted(word)) names several cards",
          because: "it is one of the " + kinds.joined(separator: " and one of the "),
          try: "say which: \(kinds[0]) \(word)", at: place))
    }
  }

  private func unknown(
    _ word: String, among names: [String], kind: Inventory.Kind?, at place: Word.Place?
  ) -> UsageError {
    let set = kind.map { "the \(names.count) \($0.name)" } ?? "the \(names.count) cards"
    return UsageError(
      "unknown \(kind?.singular ?? "card") \(quoted(word))",
      because: "none of \(set) in the data folder has this name",
      try: nearestName(to: word, among: names).map { "did you mean '\($0)'?" }
        ?? "'lacuna list' shows them; a path has a slash or ends in .yaml", at: place)
  }
}
