// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

// Each dimension names its base unit in its first line. Base units are those in which the field's
// formulas and records are written, and which keep the numbers near one.

/// Energies; the base unit is GeV.
public enum EnergyDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "energy", article: "an", example: "100 GeV",
    units: SIPrefix.multiples(
      of: "eV", power: -9, listed: [.none, .kilo, .mega, .giga, .tera]))
}

/// Masses; the base unit is GeV/c^2, written GeV.
///
/// Grams are understood through E = m c^2.
public enum MassDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "mass", article: "a", example: "16.7 MeV",
    units: SIPrefix.multiples(
      of: "eV", power: -9, suffixes: ["", "/c^2", "/c2", "/c²"],
      listed: [.none, .kilo, .mega, .giga, .tera])
      + SIPrefix.allCases.map { prefix in
        MeasuringUnit(
          prefix.rawValue + "g",
          scale: .factor(PhysicalConstants.gram * decimalPower(prefix.power)),
          isPrinted: false, isListed: false)
      })
}

/// Momenta; the base unit is GeV/c.
public enum MomentumDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "momentum", article: "a", example: "100 GeV/c",
    units: SIPrefix.multiples(
      of: "eV", power: -9, suffixes: ["/c", ""], listed: [.none, .kilo, .mega, .giga, .tera]))
}

/// Lengths; the base unit is mm.
public enum LengthDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "length", article: "a", example: "38.2 mm",
    units: SIPrefix.multiples(
      of: "m", power: 3, listed: [.femto, .nano, .micro, .milli, .none, .kilo])
      + [MeasuringUnit("cm", scale: .decimal(1), isPrinted: false)])
}

/// Times; the base unit is ns.
public enum TimeDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "time", article: "a", example: "5 ns",
    units: SIPrefix.multiples(
      of: "s", power: 9, listed: [.femto, .pico, .nano, .micro, .milli, .none]))
}

/// Cross sections; the base unit is pb.
///
/// Prefixes above kilo are refused: `Pb` is one shift key from `pb` and 27 orders of magnitude off.
public enum CrossSectionDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "cross section", article: "a", example: "7 mb",
    units: SIPrefix.multiples(
      of: "b", power: 12, listed: [.atto, .femto, .pico, .nano, .micro, .milli, .none],
      without: [.mega, .giga, .tera, .peta])
      + [MeasuringUnit("cm^2", or: ["cm2", "cm²"], scale: .decimal(36), isPrinted: false)])
}

/// Mass densities; the base unit is g/cm^3.
public enum DensityDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "density", article: "a", example: "11.35 g/cm3",
    units: SIPrefix.multiples(
      of: "g", power: 0, suffixes: ["/cm3", "/cm^3", "/cm³"], listed: [.milli, .none])
      + SIPrefix.multiples(
        of: "g", power: -6, suffixes: ["/m3", "/m^3", "/m³"], listed: [.kilo], printed: false))
}

/// Plane angles; the base unit is rad.
public enum AngleDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "angle", article: "an", example: "20 mrad",
    units: SIPrefix.multiples(of: "rad", power: 0, listed: [.nano, .micro, .milli, .none])
      + [MeasuringUnit("deg", or: ["°"], scale: .factor(.pi / 180), isPrinted: false)])
}

/// Inverse energies, such as the coupling of an axion to photons; the base unit is 1/GeV.
public enum InverseEnergyDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "inverse energy", article: "an", example: "1e-3 /GeV",
    units: [SIPrefix.giga, .tera, .mega, .kilo, .none].map { prefix in
      let energy = prefix.rawValue + "eV"
      return MeasuringUnit(
        "/" + energy, or: ["1/" + energy, energy + "^-1", energy + "-1", energy + "⁻¹"],
        scale: .decimal(9 - prefix.power), isPrinted: prefix == .giga)
    })
}

/// Lengths per energy, such as Birks' constant of a scintillator; the base unit is mm/MeV.
public enum LengthPerEnergyDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "length per energy", article: "a", example: "0.126 mm/MeV",
    units: [
      MeasuringUnit("mm/MeV", scale: .decimal(0)),
      MeasuringUnit("cm/MeV", scale: .decimal(1), isPrinted: false),
    ])
}

/// Magnetic flux densities; the base unit is T.
public enum MagneticFieldDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "magnetic field", article: "a", example: "1.4 T",
    units: SIPrefix.multiples(of: "T", power: 0, listed: [.micro, .milli, .none])
      + [
        MeasuringUnit("G", scale: .decimal(-4), isPrinted: false),
        MeasuringUnit("kG", scale: .decimal(-1), isPrinted: false, isListed: false),
      ])
}

/// Shares of a whole; the base unit is one, and a bare number is complete.
public enum FractionDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "fraction", article: "a", example: "1 %",
    units: [
      MeasuringUnit("%", scale: .decimal(-2)),
      MeasuringUnit("", scale: .decimal(0), isListed: false),
      MeasuringUnit("‰", scale: .decimal(-3), isPrinted: false, isListed: false),
      MeasuringUnit("ppm", scale: .decimal(-6), isPrinted: false, isListed: false),
    ])
}

/// Pure numbers, which take no unit at all.
public enum NumberDimension: Dimension {
  /// The units of the dimension, with its name and an example.
  public static let table = UnitTable(
    "number", article: "a", example: "2.84e11",
    units: [MeasuringUnit("", scale: .decimal(0), isListed: false)])
}

/// Every dimension; a message uses it to say what a misplaced unit measures.
let allDimensions: [any Dimension.Type] = [
  EnergyDimension.self, MassDimension.self, MomentumDimension.self, LengthDimension.self,
  TimeDimension.self, CrossSectionDimension.self, DensityDimension.self, AngleDimension.self,
  InverseEnergyDimension.self, LengthPerEnergyDimension.self, MagneticFieldDimension.self,
  FractionDimension.self,
]

/// Ten to an integer power as the nearest double.
private func decimalPower(_ exponent: Int) -> Double {
  Double("1e\(exponent)") ?? .nan
}
