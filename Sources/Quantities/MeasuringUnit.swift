// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A unit of one dimension: how it is written and how it relates to the dimension's base unit.
public struct MeasuringUnit: Sendable, Hashable {
  /// The relation of a unit to its base unit.
  ///
  /// Decimal units are kept as exponents, because shifting the exponent of a decimal text is exact
  /// where multiplying a double by a power of ten is not.
  public enum Scale: Sendable, Hashable {
    /// One unit is ten to this power base units.
    case decimal(Int)
    /// One unit is this many base units; parsing rounds once more.
    case factor(Double)
  }

  /// The preferred spelling, such as `MeV`; empty for a pure number.
  public let symbol: String

  /// Every accepted spelling, the preferred one among them.
  public let spellings: [String]

  /// The size of the unit.
  public let scale: Scale

  /// True if values may be printed in this unit.
  public let isPrinted: Bool

  /// True if messages name this unit among those that fit.
  public let isListed: Bool

  /// Makes a unit from its symbol, other spellings and size.
  public init(
    _ symbol: String, or otherSpellings: [String] = [], scale: Scale, isPrinted: Bool = true,
    isListed: Bool = true
  ) {
    self.symbol = symbol
    self.spellings = [symbol] + otherSpellings
    self.scale = scale
    self.isPrinted = isPrinted
    self.isListed = isListed
  }

  /// The decimal exponent, or `nil` for a unit that is no power of ten of the base unit.
  var power: Int? {
    guard case .decimal(let power) = scale else { return nil }
    return power
  }
}
