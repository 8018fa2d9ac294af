// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A number with a unit, stored in the base unit of its dimension.
///
/// Quantities stand at the boundaries of modules, where a bare number could be mistaken: in cards,
/// on the command line, in the arguments of a search. Inside a formula numbers are plain `Double` in
/// natural units based on GeV, reached through named accessors:
///
///     let beam = try Energy(parsing: "100 GeV")
///     beam.gev            // 100
///     Length.mm(38.2).cm  // 3.82
///
/// Every quantity that text can make is finite. Printing and parsing are exact inverses:
/// `try Quantity(parsing: q.description) == q` to the last bit for every finite `q`.
public struct Quantity<D: Dimension>: Hashable, Sendable {
  /// The value in the base unit of the dimension.
  public let baseValue: Double

  /// Makes a quantity from its value in the base unit.
  public init(baseValue: Double) {
    self.baseValue = baseValue
  }
}

/// An energy, in GeV.
public typealias Energy = Quantity<EnergyDimension>
/// A mass, in GeV.
public typealias Mass = Quantity<MassDimension>
/// A momentum, in GeV.
public typealias Momentum = Quantity<MomentumDimension>
/// A length, in mm.
public typealias Length = Quantity<LengthDimension>
/// A time, in ns.
public typealias Time = Quantity<TimeDimension>
/// A cross section, in pb.
public typealias CrossSection = Quantity<CrossSectionDimension>
/// A mass density, in g/cm^3.
public typealias Density = Quantity<DensityDimension>
/// A plane angle, in rad.
public typealias Angle = Quantity<AngleDimension>
/// An inverse energy, in 1/GeV.
public typealias InverseEnergy = Quantity<InverseEnergyDimension>
/// A length per energy, in mm/MeV.
public typealias LengthPerEnergy = Quantity<LengthPerEnergyDimension>
/// A magnetic flux density, in T.
public typealias MagneticField = Quantity<MagneticFieldDimension>
/// A share of a whole.
public typealias Fraction = Quantity<FractionDimension>
/// A pure number.
public typealias Number = Quantity<NumberDimension>

extension Quantity: Comparable {
  /// Orders quantities by size.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    left.baseValue < right.baseValue
  }
}

extension Quantity: AdditiveArithmetic {
  /// The quantity of no extent.
  public static var zero: Quantity { Quantity(baseValue: 0) }

  /// The sum of two quantities of one dimension.
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    Quantity(baseValue: left.baseValue + right.baseValue)
  }

  /// The difference of two quantities of one dimension.
  public static func - (left: Quantity, right: Quantity) -> Quantity {
    Quantity(baseValue: left.baseValue - right.baseValue)
  }
}

extension Quantity {
  /// The quantity scaled by a number.
  public static func * (factor: Double, quantity: Quantity) -> Quantity {
    Quantity(baseValue: factor * quantity.baseValue)
  }

  /// The quantity divided by a number.
  public static func / (quantity: Quantity, divisor: Double) -> Quantity {
    Quantity(baseValue: quantity.baseValue / divisor)
  }

  /// The ratio of two quantities of one dimension.
  public static func / (left: Quantity, right: Quantity) -> Double {
    left.baseValue / right.baseValue
  }
}
