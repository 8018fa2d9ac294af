// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

// Named constructors and accessors. Smaller units divide by an exact power of ten rather than
// multiply by an inexact one: 16.7 / 1e3 is the double nearest 0.0167, 16.7 * 1e-3 is not.

extension Quantity where D == EnergyDimension {
  /// An energy in GeV.
  public static func gev(_ value: Double) -> Self { Self(baseValue: value) }
  /// An energy in MeV.
  public static func mev(_ value: Double) -> Self { Self(baseValue: value / 1e3) }
  /// An energy in keV.
  public static func kev(_ value: Double) -> Self { Self(baseValue: value / 1e6) }
  /// The energy in GeV.
  public var gev: Double { baseValue }
  /// The energy in MeV.
  public var mev: Double { baseValue * 1e3 }
}

extension Quantity where D == MassDimension {
  /// A mass in GeV.
  public static func gev(_ value: Double) -> Self { Self(baseValue: value) }
  /// A mass in MeV.
  public static func mev(_ value: Double) -> Self { Self(baseValue: value / 1e3) }
  /// The mass in GeV.
  public var gev: Double { baseValue }
  /// The mass in MeV.
  public var mev: Double { baseValue * 1e3 }
}

extension Quantity where D == MomentumDimension {
  /// A momentum in GeV/c.
  public static func gev(_ value: Double) -> Self { Self(baseValue: value) }
  /// The momentum in GeV/c.
  public var gev: Double { baseValue }
}

extension Quantity where D == LengthDimension {
  /// A length in mm.
  public static func mm(_ value: Double) -> Self { Self(baseValue: value) }
  /// A length in cm.
  public static func cm(_ value: Double) -> Self { Self(baseValue: value * 10) }
  /// A length in m.
  public static func m(_ value: Double) -> Self { Self(baseValue: value * 1e3) }
  /// The length in mm.
  public var mm: Double { baseValue }
  /// The length in cm.
  public var cm: Double { baseValue / 10 }
  /// The length in m.
  public var m: Double { baseValue / 1e3 }
}

extension Quantity where D == TimeDimension {
  /// A time in ns.
  public static func ns(_ value: Double) -> Self { Self(baseValue: value) }
  /// A time in s.
  public static func s(_ value: Double) -> Self { Self(baseValue: value * 1e9) }
  /// The time in ns.
  public var ns: Double { baseValue }
  /// The time in s.
  public var s: Double { baseValue / 1e9 }
}

extension Quantity where D == CrossSectionDimension {
  /// A cross section in pb.
  public static func pb(_ value: Double) -> Self { Self(baseValue: value) }
  /// A cross section in mb.
  public static func mb(_ value: Double) -> Self { Self(baseValue: value * 1e9) }
  /// The cross section in pb.
  public var pb: Double { baseValue }
  /// The cross section in mb.
  public var mb: Double { baseValue / 1e9 }
}

extension Quantity where D == DensityDimension {
  /// A density in g/cm^3.
  public static func gramsPerCm3(_ value: Double) -> Self { Self(baseValue: value) }
  /// The density in g/cm^3.
  public var gramsPerCm3: Double { baseValue }
}

extension Quantity where D == AngleDimension {
  /// An angle in rad.
  public static func rad(_ value: Double) -> Self { Self(baseValue: value) }
  /// An angle in mrad.
  public static func mrad(_ value: Double) -> Self { Self(baseValue: value / 1e3) }
  /// The angle in rad.
  public var rad: Double { baseValue }
}

extension Quantity where D == InverseEnergyDimension {
  /// An inverse energy in 1/GeV.
  public static func perGeV(_ value: Double) -> Self { Self(baseValue: value) }
  /// The inverse energy in 1/GeV.
  public var perGeV: Double { baseValue }
}

extension Quantity where D == LengthPerEnergyDimension {
  /// A length per energy in mm/MeV.
  public static func mmPerMeV(_ value: Double) -> Self { Self(baseValue: value) }
  /// The length per energy in mm/MeV.
  public var mmPerMeV: Double { baseValue }
}

extension Quantity where D == MagneticFieldDimension {
  /// A magnetic field in T.
  public static func tesla(_ value: Double) -> Self { Self(baseValue: value) }
  /// The magnetic field in T.
  public var tesla: Double { baseValue }
}

extension Quantity where D == FractionDimension {
  /// A share as a number, such as 0.01.
  public static func share(_ value: Double) -> Self { Self(baseValue: value) }
  /// A share in percent.
  public static func percent(_ value: Double) -> Self { Self(baseValue: value / 100) }
  /// The share as a number.
  public var share: Double { baseValue }
  /// The share in percent.
  public var percent: Double { baseValue * 100 }
}

extension Quantity where D == NumberDimension {
  /// A pure number.
  public static func plain(_ value: Double) -> Self { Self(baseValue: value) }
  /// The number itself.
  public var value: Double { baseValue }
}
