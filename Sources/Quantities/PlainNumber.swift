// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Bare numbers as users write them, without units.
public enum PlainNumber {
  /// Reads a decimal number; NaN, infinities, hexadecimal and overflow are errors.
  public static func parse(_ text: some StringProtocol) throws(QuantityError) -> Double {
    try Number(parsing: text).value
  }

  /// Reads a whole number such as `200000` or `2e5`.
  ///
  /// A decimal or scientific spelling is taken if its value is whole, since users write counts of
  /// events as `1e6`.
  public static func parseInteger(_ text: some StringProtocol) throws(QuantityError) -> Int {
    let written = String(text)
    let trimmed = written.filter { !$0.isWhitespace }
    if let whole = Int(trimmed), trimmed.allSatisfy({ $0.isDecimalDigit || $0 == "-" || $0 == "+" })
    {
      return whole
    }
    let value: Double
    do throws(QuantityError) {
      value = try parse(text)
    } catch {
      throw QuantityError(
        problem: error.problem.replacing(" is not a number", with: " is not a whole number"),
        reason: error.reason.replacing("a number is wanted", with: "a whole number is wanted"),
        suggestion: "write for example '200' or '1e6'", extent: error.extent)
    }
    guard let whole = Int(exactly: value), whole.magnitude <= 1 << 53 else {
      throw QuantityError(
        problem: "\(quoted(trimmed)) is not a whole number",
        reason: value.magnitude > 9_007_199_254_740_992 ? "it is too large" : "it has a fraction",
        suggestion: "write for example '200' or '1e6'", extent: 0..<written.count)
    }
    return whole
  }
}
