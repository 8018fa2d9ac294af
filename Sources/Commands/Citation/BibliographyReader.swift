// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the entries of a BibTeX text one after the other.
///
/// Values stand in braces, as the house writes them, or are bare words; quotes, strings to insert
/// and concatenation are not BibTeX that the house writes.
struct BibliographyReader {
  /// The line that is read, from 1.
  private(set) var line = 1

  private let characters: [Character]
  private let file: String
  private var position = 0

  /// Prepares to read a text.
  init(_ text: String, file: String) {
    characters = Array(text)
    self.file = file
  }

  /// The next entry; nil at the end.
  mutating func next() throws(BibliographyError) -> BibliographyEntry? {
    while let character = peek(), !(character == "@" && isLineStart) { advance() }
    guard peek() != nil else { return nil }
    let start = position
    advance()
    let kind = take { $0.isLetter }
    try expect("{", "an entry begins like '@article{KEY,'")
    let key = take { $0 != "," && $0 != "}" && !$0.isWhitespace }
    guard !kind.isEmpty, !key.isEmpty else { throw fault("an entry without kind or key") }
    skipSpace()
    var fields: [String: String] = [:]
    while peek() == "," {
      advance()
      skipSpace()
      guard peek() != "}" else { break }
      let name = take { $0.isLetter }
      skipSpace()
      try expect("=", "a field is written NAME = {VALUE}")
      skipSpace()
      fields[name.lowercased()] = try value()
      skipSpace()
    }
    try expect("}", "the entry '\(key)' is not closed")
    return BibliographyEntry(
      key: key, kind: kind, fields: fields, text: String(characters[start..<position]))
  }

  /// A value in braces, which may hold braces, or a bare word.
  private mutating func value() throws(BibliographyError) -> String {
    guard peek() == "{" else { return take { $0.isLetter || $0.isNumber } }
    let start = position + 1
    var depth = 0
    while let character = peek() {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      advance()
      if depth == 0 { return String(characters[start..<(position - 1)]) }
    }
    throw fault("a value without its closing brace")
  }

  private var isLineStart: Bool { position == 0 || characters[position - 1].isNewline }

  private func peek() -> Character? {
    position < characters.count ? characters[position] : nil
  }

  private mutating func advance() {
    if characters[position].isNewline { line += 1 }
    position += 1
  }

  private mutating func skipSpace() {
    while let character = peek(), character.isWhitespace { advance() }
  }

  private mutating func take(while belongs: (Character) -> Bool) -> String {
    let start = position
    while let character = peek(), belongs(character) { advance() }
    return String(characters[start..<position])
  }

  private mutating func expect(
    _ character: Character, _ reason: String
  ) throws(BibliographyError) {
    guard peek() == character else {
      throw BibliographyError(
        file: file, line: line, problem: "no '\(character)' where one belongs", reason: reason)
    }
    advance()
  }

  private func fault(_ problem: String) -> BibliographyError {
    BibliographyError(
      file: file, line: line, problem: problem, reason: "an entry is @KIND{KEY, NAME = {VALUE}}")
  }
}
