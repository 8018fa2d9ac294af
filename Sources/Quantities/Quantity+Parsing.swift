// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A value that users write as text: a quantity, a scan, a number.
public protocol ParsableQuantity: Sendable, CustomStringConvertible {
  /// Reads the value; the whole text must be used up.
  init(parsing text: some StringProtocol) throws(QuantityError)

  /// What belongs there, such as `an energy, for example 100 GeV`.
  static var expectation: String { get }
}

extension Quantity: ParsableQuantity {
  /// What belongs there, such as `an energy, for example 100 GeV`.
  public static var expectation: String { "\(D.indefiniteName), for example \(D.example)" }

  /// Reads a quantity such as `16.7 MeV`, `1e-3/GeV` or `1 %`.
  ///
  /// White space may stand around the number and the unit. The result is finite, and the double
  /// nearest to the decimal number in the base unit. (Units that are no power of ten of it, such as
  /// deg, cost one more rounding.)
  ///
  /// - Parameter text: the text, which must hold one quantity and nothing else.
  /// - Throws: ``QuantityError`` with the place of the fault in `text`.
  public init(parsing text: some StringProtocol) throws(QuantityError) {
    self = try QuantityParser<D>(text: Array(String(text))).parse()
  }
}

/// One reading of one text.
struct QuantityParser<D: Dimension> {
  let text: [Character]

  func parse() throws(QuantityError) -> Quantity<D> {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.count
    let stop = (text.lastIndex { !$0.isWhitespace } ?? start - 1) + 1
    guard start < stop else { throw missing() }
    guard let (literal, end) = DecimalLiteral.scan(text[start..<stop]) else {
      throw notANumber(start..<stop)
    }
    let unitStart = text[end..<stop].firstIndex { !$0.isWhitespace } ?? stop
    let unitExtent = unitStart..<stop
    let unit = try findUnit(unitExtent, whole: start..<stop)
    let value: Double
    switch unit.scale {
    case .decimal(let power): value = literal.value(shiftedBy: power)
    case .factor(let factor): value = literal.value(shiftedBy: 0) * factor
    }
    guard value.isFinite else { throw outOfRange(start..<stop, "large") }
    guard value != 0 || literal.isZero else { throw outOfRange(start..<stop, "small") }
    return Quantity(baseValue: value)
  }

  private func findUnit(
    _ extent: Range<Int>, whole: Range<Int>
  ) throws(QuantityError) -> MeasuringUnit {
    // Inside a unit white space means nothing (`1e-3 / GeV`); both micro signs are `u`.
    let spelling = String(
      text[extent].filter { !$0.isWhitespace }.map { $0 == "\u{B5}" || $0 == "\u{3BC}" ? "u" : $0 })
    if let unit = D.unit(spelled: spelling) { return unit }
    let written = String(text[whole])
    guard !spelling.isEmpty else {
      throw QuantityError(
        problem: "\(quoted(written)) has no unit", reason: "\(D.indefiniteName) needs one",
        suggestion: "write for example '\(D.example)'; units that fit: \(fittingUnits)",
        extent: whole)
    }
    let unitText = String(text[extent])
    if let other = allDimensions.first(where: { $0.unit(spelled: spelling) != nil }) {
      throw QuantityError(
        problem: "\(quoted(written)) is \(other.indefiniteName)",
        reason: "\(D.indefiniteName) is wanted", suggestion: fitSentence, extent: extent)
    }
    if !D.unitSymbols.isEmpty, let near = nearestUnit(to: spelling) {
      throw QuantityError(
        problem: "unknown unit \(quoted(unitText)) in \(quoted(written))",
        reason: "\(D.indefiniteName) is wanted",
        suggestion: "did you mean '\(near)'? units that fit: \(fittingUnits)", extent: extent)
    }
    throw QuantityError(
      problem: "unknown unit \(quoted(unitText)) in \(quoted(written))",
      reason: "\(D.indefiniteName) is wanted", suggestion: fitSentence, extent: extent)
  }

  private func nearestUnit(to spelling: String) -> String? {
    // Wrong capitals are the commonest slip: `gev`, `Mev`, `MM`. Prefer the everyday unit.
    let spellings = D.table.units.filter(\.isListed).flatMap(\.spellings)
    return spellings.first { $0.lowercased() == spelling.lowercased() }
      ?? nearestName(to: spelling, among: spellings)
  }

  private var fittingUnits: String { D.unitSymbols.joined(separator: ", ") }

  private var fitSentence: String {
    D.unitSymbols.isEmpty
      ? "write a bare number, for example '\(D.example)'"
      : D.acceptsBareNumber
        ? "write a bare number or one of: \(fittingUnits)" : "units that fit: \(fittingUnits)"
  }

  private func missing() -> QuantityError {
    QuantityError(
      problem: "nothing is written", reason: "\(D.indefiniteName) is wanted",
      suggestion: "write for example '\(D.example)'", extent: 0..<text.count)
  }

  private func notANumber(_ extent: Range<Int>) -> QuantityError {
    let written = String(text[extent])
    let lowered = written.lowercased().drop { $0 == "+" || $0 == "-" }
    if lowered.hasPrefix("nan") || lowered.hasPrefix("inf") {
      return QuantityError(
        problem: "\(quoted(written)) is not \(D.indefiniteName)",
        reason: "only finite numbers are taken", suggestion: "write for example '\(D.example)'",
        extent: extent)
    }
    if "\u{2212}\u{2013}\u{2014}".contains(text[extent.lowerBound]) {
      return QuantityError(
        problem: "\(quoted(written)) is not \(D.indefiniteName)",
        reason: "its minus sign is a typographic dash", suggestion: "write '-' for minus",
        extent: extent.lowerBound..<(extent.lowerBound + 1))
    }
    return QuantityError(
      problem: "\(quoted(written)) is not \(D.indefiniteName)",
      reason: "it does not begin with a number", suggestion: "write for example '\(D.example)'",
      extent: extent)
  }

  private func outOfRange(_ extent: Range<Int>, _ size: String) -> QuantityError {
    QuantityError(
      problem: "\(quoted(String(text[extent]))) is too \(size)",
      reason: "a double holds sizes from 5e-324 to 1.8e308 \(baseSymbol)".trimmingTrailingSpace,
      extent: extent)
  }

  private var baseSymbol: String {
    D.table.units.first { $0.scale == .decimal(0) }?.symbol ?? ""
  }
}

extension String {
  fileprivate var trimmingTrailingSpace: String {
    last == " " ? String(dropLast()) : self
  }
}
