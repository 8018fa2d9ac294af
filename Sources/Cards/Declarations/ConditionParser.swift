// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Reads `OBSERVABLE RELATION VALUE`, several joined by `and`.
struct ConditionParser {
  private let node: Node
  private let characters: [Character]
  private let example: String
  private var index = 0

  /// Prepares to read the text of a scalar.
  init(node: Node, text: String, example: String) {
    self.node = node
    self.example = example
    characters = Array(text)
  }

  /// Reads the whole text.
  func parse() -> Result<Condition, FoundFault> {
    var parser = self
    return parser.parseAll()
  }

  private mutating func parseAll() -> Result<Condition, FoundFault> {
    var comparisons: [Condition.Comparison] = []
    repeat {
      switch parseComparison() {
      case .success(let comparison): comparisons.append(comparison)
      case .failure(let fault): return .failure(fault)
      }
    } while takeAnd()
    return .success(Condition(comparisons: comparisons))
  }

  private mutating func parseComparison() -> Result<Condition.Comparison, FoundFault> {
    skipSpaces()
    let start = index
    while index < characters.count, isPartOfPath(characters[index]) { index += 1 }
    let name = String(characters[start..<index])
    let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !name.isEmpty, characters[start].isLetter, !path.contains("") else {
      return fault(
        "no observable (a condition begins with one)", at: start..<max(index, start + 1),
        "write for example '\(example)'")
    }
    let observablePlace = node.place(ofCharacters: start..<index)
    skipSpaces()
    let signStart = index
    while index < characters.count, "<>=!≤≥".contains(characters[index]) { index += 1 }
    let sign = String(characters[signStart..<index])
    guard let relation = relation(sign) else {
      let message =
        sign.isEmpty
        ? "no comparison after \(quoted(name)) (a condition compares with a value)"
        : "unknown comparison \(quoted(sign)) (\(alternatives(relations)) are known)"
      return fault(
        message, at: signStart..<max(index, signStart + 1), sign == "=" ? "write '=='" : "")
    }
    skipSpaces()
    let valueStart = index
    let valueEnd = endOfValue()
    index = valueEnd
    let value = String(characters[valueStart..<valueEnd])
    guard let first = value.first, first.isNumber || "+-.".contains(first) else {
      let what = value.isEmpty ? "nothing" : quoted(value)
      return fault(
        "\(what) after '\(relation.rawValue)' (a value with its unit belongs here)",
        at: valueStart..<max(valueEnd, valueStart + 1), "write for example '\(example)'")
    }
    return .success(
      Condition.Comparison(
        observable: path, observablePlace: observablePlace, relation: relation, value: value,
        valuePlace: node.place(ofCharacters: valueStart..<valueEnd)))
  }

  private var relations: [String] { Condition.Relation.allCases.map(\.rawValue) }

  private func relation(_ sign: String) -> Condition.Relation? {
    switch sign {
    case "≤": .atMost
    case "≥": .atLeast
    default: Condition.Relation(rawValue: sign)
    }
  }

  /// The end of the value that begins here: before ` and `, or the end of the text.
  private func endOfValue() -> Int {
    var end = index
    while end < characters.count, !isAnd(at: end) { end += 1 }
    while end > index, characters[end - 1].isWhitespace { end -= 1 }
    return end
  }

  private func isAnd(at position: Int) -> Bool {
    guard position > 0, characters[position - 1].isWhitespace, position + 3 < characters.count
    else { return false }
    return String(characters[position..<(position + 3)]) == "and"
      && characters[position + 3].isWhitespace
  }

  private mutating func takeAnd() -> Bool {
    skipSpaces()
    guard isAnd(at: index) else { return false }
    index += 3
    return true
  }

  private mutating func skipSpaces() {
    while index < characters.count, characters[index].isWhitespace { index += 1 }
  }

  private func isPartOfPath(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "._-+'".contains(character)
  }

  private func fault(
    _ message: String, at range: Range<Int>, _ suggestion: String
  ) -> Result<Condition.Comparison, FoundFault> {
    .failure(
      FoundFault(.error(message, at: node.place(ofCharacters: range), suggestion: suggestion)))
  }
}
