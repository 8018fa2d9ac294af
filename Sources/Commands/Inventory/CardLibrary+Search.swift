// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Glibc
import Quantities
import Storage

extension CardLibrary {
  /// The file of a card that a user names: by name, by alias, or by path.
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
    if Self.isPath(word) { return word }
    let directory = try directory(of: kind)
    let matches = directory.matches(word)
    switch matches.count {
    case 1: return matches[0].path
    case 0:
      if access(word, F_OK) == 0 { return word }
      throw UsageErrors(unknown(word, in: directory, kind: kind, at: place))
    default: throw UsageErrors(ambiguous(word, matches, at: place))
    }
  }

  /// Whether a word is a path by its look: a slash, or the ending of a card.
  static func isPath(_ word: String) -> Bool {
    word.contains("/") || [".yaml", ".yml", ".json"].contains { word.hasSuffix($0) }
  }

  private func ambiguous(
    _ word: String, _ matches: [Location], at place: Word.Place?
  ) -> UsageError {
    guard Set(matches.map(\.kind)).count > 1 else {
      let names = matches.map(\.name)
      return UsageError(
        "\(quoted(word)) names several cards",
        because: "it is an alias of " + names.joined(separator: " and of "),
        try: "say which: \(names[0])", at: place)
    }
    let kinds = matches.map(\.kind)
    return UsageError(
      "\(quoted(word)) names several cards",
      because: "it is one of the " + kinds.joined(separator: " and one of the "),
      try: "say which: \(kinds[0]) \(word)", at: place)
  }

  private func unknown(
    _ word: String, in directory: CardDirectory, kind: Inventory.Kind?, at place: Word.Place?
  ) -> UsageError {
    let count = directory.count
    let set = kind.map { "the \(count) \($0.name)" } ?? "the \(count) cards"
    return UsageError(
      "unknown \(kind?.singular ?? "card") \(quoted(word))",
      because: "none of \(set) in the data folder has this name",
      try: nearestName(to: word, among: directory.words).map { "did you mean '\($0)'?" }
        ?? "'lacuna list' shows them; a path has a slash or ends in .yaml", at: place)
  }

  /// Warnings about aliases of a card that are names or aliases of others of its kind too.
  ///
  /// A card of the same name is a version of the card itself, not another one.
  func clashes(of card: Card) throws(StorageError) -> [Finding] {
    guard let kind = inventory.kind(ofCards: card.kind) else { return [] }
    let directory = try directory(of: kind)
    var ignored = Findings()
    let tree = TreeReader.read(card.source, into: &ignored)
    return tree?.value(of: Self.aliases)?.items?.compactMap { item in
      let others = directory.matches(item.scalar?.text ?? "").filter { $0.name != card.name }
      guard let word = item.scalar?.text, let other = others.first else { return nil }
      return .warning(
        "\(quoted(word)) finds the \(card.kind) '\(other.name)' too (a name must find one card)",
        at: item.place, suggestion: "choose another alias")
    } ?? []
  }
}
