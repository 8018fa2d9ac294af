// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension Notation {
  /// A quantity with its unit, such as `100 GeV`; for `Number`, a bare number.
  package static func quantity<D: Dimension>(
    _ range: PermittedRange<D> = .any
  ) -> Notation where Value == Quantity<D> {
    let shape = Shape.value(
      type: D.name, permitted: range.isUnlimited ? "" : range.description,
      units: D.unitSymbols, example: D.example)
    return Notation(
      shape: shape,
      read: { node, decoding in
        decoding.parse(node, expecting: D.indefiniteName, example: D.example) {
          text throws(QuantityError) in
          let value = try Quantity<D>(parsing: text)
          try range.check(value, writtenAs: text)
          return value
        }
      },
      write: { .value($0.description) })
  }

  /// Values and ranges of a quantity, such as `1MeV..1GeV:60` or `[10 MeV, 100 MeV]`.
  package static func scan<D: Dimension>(
    _ range: PermittedRange<D> = .any
  ) -> Notation where Value == Scan<D> {
    let shape = Shape.value(
      type: "scan of \(D.name)", permitted: range.isUnlimited ? "" : range.description,
      units: D.unitSymbols, example: "LOW..HIGH:40")
    @Sendable func read(_ node: Node, _ decoding: inout Decoding) -> Scan<D>? {
      decoding.parse(node, expecting: "a scan of \(D.name)", example: "\(D.example)") {
        text throws(QuantityError) in
        let scan = try Scan<D>(parsing: text)
        for value in scan.ends where !range.contains(value) {
          throw QuantityError(
            problem: "'\(value)' is out of range", reason: "must be \(range)",
            extent: 0..<text.count)
        }
        return scan
      }
    }
    return Notation(
      shape: shape,
      read: { node, decoding in
        guard let items = node.items else { return read(node, &decoding) }
        let scans = items.map { read($0, &decoding) }
        guard !scans.contains(where: { $0 == nil }) else { return nil }
        let texts = scans.compactMap { $0?.description }
        // The whole is checked again: many short scans may be too long together.
        let whole = texts.joined(separator: ", ")
        return read(
          Node(.scalar(Node.Scalar(text: whole, style: .doubleQuoted)), at: node.place), &decoding)
      },
      write: { .value($0.description) })
  }

  /// A whole number; `1e6` is one, `1.5` is not.
  package static func integer(
    _ range: some RangeExpression<Int> & Sendable = Int.min...Int.max, example: String = "200"
  ) -> Notation where Value == Int {
    let permitted = integerRangeInWords(range)
    return Notation(
      shape: .value(type: "whole number", permitted: permitted, units: [], example: example),
      read: { node, decoding in
        decoding.parse(node, expecting: "a whole number", example: example) {
          text throws(QuantityError) in
          let value = try PlainNumber.parseInteger(text)
          guard range.contains(value) else {
            throw QuantityError(
              problem: "\(quoted(text)) is out of range", reason: "must be \(permitted)",
              extent: 0..<text.count)
          }
          return value
        }
      },
      write: { .value(String($0)) })
  }

  /// A bare number.
  package static func number(
    _ range: PermittedRange<NumberDimension> = .any
  ) -> Notation where Value == Double {
    let number: Notation<Number> = .quantity(range)
    return number.map(to: { value, _ in value.value }, from: { Number(baseValue: $0) })
  }
}

extension Decoding {
  /// Reads the text of a scalar, with what the parser says turned into a finding at its place.
  mutating func parse<Value>(
    _ node: Node, expecting what: String, example: String,
    _ parser: (String) throws(QuantityError) -> Value
  ) -> Value? {
    guard let scalar = scalar(of: node, expecting: what, example: example) else { return nil }
    // A number of 10 MB is no number, and its parser need not see it.
    guard scalar.text.utf8.count <= 10_000 else {
      error("a text of \(scalar.text.utf8.count) bytes where \(what) belongs", at: node.place)
      return nil
    }
    do throws(QuantityError) {
      return try parser(scalar.text)
    } catch {
      self.error(
        "\(error.problem) (\(error.reason))", at: node.place(ofCharacters: error.extent),
        suggestion: error.suggestion)
      return nil
    }
  }
}

private func integerRangeInWords(_ range: some RangeExpression<Int>) -> String {
  switch range {
  case let range as ClosedRange<Int>:
    switch (range.lowerBound, range.upperBound) {
    case (.min, .max): ""
    case (.min, let high): "\(high) or less"
    case (let low, .max): "\(low) or more"
    case (let low, let high): low == high ? "\(low)" : "\(low) to \(high)"
    }
  case let range as PartialRangeFrom<Int>: "\(range.lowerBound) or more"
  case let range as PartialRangeThrough<Int>: "\(range.upperBound) or less"
  default: "in \(range)"
  }
}
