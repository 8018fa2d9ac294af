// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension Quantity: CustomStringConvertible {
  /// The quantity in the decimal unit that reads best, such as `16.7 MeV`.
  ///
  /// The digits are the shortest that name the stored double, with the decimal point moved in the
  /// text; parsing them gives back every bit. Infinities and NaN, which parsing never makes, print
  /// as `inf`, `-inf` and `nan` in the base unit.
  public var description: String {
    guard let decimal = DecimalDigits(baseValue) else {
      return joined(baseValue.description, symbol: Self.baseUnit?.symbol ?? "")
    }
    let unit = printingUnit(for: decimal)
    let text = decimal.text(shiftedBy: -(unit?.power ?? 0), scientificFrom: Self.scientificLimit)
    return joined(text, symbol: unit?.symbol ?? "")
  }

  /// The quantity rounded to significant digits, for tables and sentences.
  public func formatted(significant digits: Int) -> String {
    guard let decimal = DecimalDigits(baseValue) else { return description }
    let unit = printingUnit(for: decimal)
    let rounded = Double(baseValue.formatted(significant: digits)) ?? baseValue
    let text =
      DecimalDigits(rounded)?
      .text(shiftedBy: -(unit?.power ?? 0), scientificFrom: Self.scientificLimit) ?? description
    return joined(text, symbol: unit?.symbol ?? "")
  }

  /// Bare numbers have no prefix to keep them short: from ten million on, `1e7` reads better.
  private static var scientificLimit: Int { D.acceptsBareNumber ? 7 : 15 }

  private static var baseUnit: MeasuringUnit? {
    D.table.units.first { $0.scale == .decimal(0) }
  }

  /// The largest printed unit that leaves at least one digit before the point.
  private func printingUnit(for decimal: DecimalDigits) -> MeasuringUnit? {
    guard baseValue != 0 else { return Self.baseUnit }
    let printed = D.table.units.filter { $0.isPrinted && $0.power != nil }
    let fitting = printed.filter { ($0.power ?? 0) <= decimal.exponent }
    if D.acceptsBareNumber {
      // A share reads as percent between a thousandth and one, and as a number outside.
      let inPercent = decimal.exponent >= -3 && baseValue.magnitude <= 1
      return inPercent ? printed.first { !$0.symbol.isEmpty } ?? Self.baseUnit : Self.baseUnit
    }
    return fitting.max { ($0.power ?? 0) < ($1.power ?? 0) }
      ?? printed.min { ($0.power ?? 0) < ($1.power ?? 0) }
  }

  private func joined(_ number: String, symbol: String) -> String {
    symbol.isEmpty ? number : "\(number) \(symbol)"
  }
}
