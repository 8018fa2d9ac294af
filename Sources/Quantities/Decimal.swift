// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A decimal literal taken apart: sign, digits and exponent.
///
/// Units that are powers of ten act on the exponent of the text. The double is then the one nearest
/// to the decimal number that the user wrote, whatever the unit: `16.7 MeV` is the literal `16.7e-3`
/// and never the rounded product of 16.7 and a rounded 0.001.
struct DecimalLiteral {
  /// True for a leading minus sign.
  var isNegative = false
  /// The significant digits without a point.
  var digits = ""
  /// The power of ten that multiplies the digits read as an integer.
  var exponent = 0

  /// Exponents beyond this are out of reach of a double whatever the number of digits, each of
  /// which takes a byte of memory.
  private static let exponentLimit = 1_000_000_000_000

  /// Reads the longest literal at the start of a text; `nil` if there is none.
  ///
  /// The grammar is `[+-] digits [. digits] [e [+-] digits]` with at least one digit before or after
  /// the point. Hexadecimal numbers, `nan`, `inf` and separators are not part of it.
  static func scan(_ text: ArraySlice<Character>) -> (literal: DecimalLiteral, end: Int)? {
    var literal = DecimalLiteral()
    var index = text.startIndex
    func character(_ position: Int) -> Character? {
      position < text.endIndex ? text[position] : nil
    }
    func takeDigits() -> String {
      let start = index
      while let next = character(index), next.isDecimalDigit { index += 1 }
      return String(text[start..<index])
    }
    if let sign = character(index), sign == "+" || sign == "-" {
      literal.isNegative = sign == "-"
      index += 1
    }
    literal.digits = takeDigits()
    if character(index) == "." {
      index += 1
      let decimals = takeDigits()
      literal.digits += decimals
      literal.exponent = -decimals.count
    }
    guard !literal.digits.isEmpty else { return nil }
    if let mark = character(index), mark == "e" || mark == "E" {
      // An `e` that no digits follow belongs to the unit, as in `5 eV` written `5eV`.
      let afterMantissa = index
      index += 1
      var isNegative = false
      if let sign = character(index), sign == "+" || sign == "-" {
        isNegative = sign == "-"
        index += 1
      }
      let written = takeDigits()
      if written.isEmpty {
        index = afterMantissa
      } else {
        let size = Int(written).map { min($0, exponentLimit) } ?? exponentLimit
        literal.exponent += isNegative ? -size : size
      }
    }
    return (literal, index)
  }

  /// The nearest double after the exponent has been shifted; infinite if out of range.
  func value(shiftedBy power: Int) -> Double {
    Double("\(isNegative ? "-" : "")\(digits)e\(exponent + power)") ?? .nan
  }

  /// True if every digit is a zero.
  var isZero: Bool { digits.allSatisfy { $0 == "0" } }
}

/// The digits of a printed number and where its point stands.
struct DecimalDigits {
  /// True for negative numbers, negative zero included.
  let isNegative: Bool
  /// The significant digits, without zeros at either end; `0` for zero.
  let digits: [Character]
  /// The exponent of the first digit: 1.67e-2 has -2.
  let exponent: Int

  /// The shortest digits that name a double among all doubles; `nil` for infinities and NaN.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(text: value.description, isNegative: value.sign == .minus)
  }

  /// Takes a printed number apart; `nil` if it does not begin with one.
  init?(text: String, isNegative: Bool) {
    guard let (literal, _) = DecimalLiteral.scan(Array(text)[...]) else { return nil }
    self.isNegative = isNegative
    let leadingZeros = literal.digits.prefix { $0 == "0" }.count
    var kept = Array(literal.digits.dropFirst(leadingZeros))
    let written = kept.count
    while kept.last == "0" { kept.removeLast() }
    guard !kept.isEmpty else {
      digits = ["0"]
      exponent = 0
      return
    }
    digits = kept
    exponent = literal.exponent + written - 1
  }

  /// Lays out the digits with the exponent shifted by `power`.
  ///
  /// Positional from 1e-4 to below ten to `limit`, else scientific, as in `1.5e-30`.
  func text(shiftedBy power: Int = 0, scientificFrom limit: Int = 15) -> String {
    let sign = isNegative ? "-" : ""
    guard digits != ["0"] else { return sign + "0" }
    let first = exponent + power
    if first < -4 || first >= limit {
      let decimals = digits.count > 1 ? "." + String(digits.dropFirst()) : ""
      return "\(sign)\(digits[0])\(decimals)e\(first)"
    }
    if first < 0 {
      return sign + "0." + String(repeating: "0", count: -first - 1) + String(digits)
    }
    if digits.count <= first + 1 {
      return sign + String(digits) + String(repeating: "0", count: first + 1 - digits.count)
    }
    return sign + String(digits[...first]) + "." + String(digits[(first + 1)...])
  }
}

extension Character {
  /// True for the ten ASCII digits; other scripts' digits are not numbers in a card.
  var isDecimalDigit: Bool { self >= "0" && self <= "9" && isASCII }
}
