// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Constants of nature and the conversions between natural and laboratory units.
///
/// Values are those of CODATA 2022; where the International System fixes a constant the value is
/// exact and says so. Inside formulas they are plain doubles, in the unit that each states. Masses
/// and lifetimes of particles are data of `Matter`, not constants.
public enum PhysicalConstants {
  /// Speed of light in vacuum, 299.792458 mm/ns (exact).
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let speedOfLight = 299.792_458

  /// Reduced Planck constant h / (2 pi e), 6.582119569e-25 GeV s (exact; digits cut here).
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let reducedPlanck =
    6.626_070_15e-34 / (2 * .pi) / (elementaryCharge * 1e9)

  /// The product hbar c, 0.1973269804 GeV fm (exact; digits cut here).
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let hbarC = reducedPlanck * speedOfLight * 1e21

  /// One inverse GeV squared as a cross section, 3.893793721e8 pb (exact; digits cut here).
  ///
  /// (hbar c)^2 in GeV^2 mb: one fm^2 is 10 mb.
  /// - Source: Mohr:2024kco, adjusted constants
  public static let perGeVSquaredInPb = hbarC * hbarC * 10 * 1e9

  /// Elementary charge, 1.602176634e-19 C (exact).
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let elementaryCharge = 1.602_176_634e-19

  /// Fine-structure constant at zero momentum transfer, 1 / 137.035999177(21).
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let fineStructure = 1 / 137.035_999_177

  /// The charge of the positron in natural Heaviside-Lorentz units, sqrt(4 pi alpha) = 0.302822.
  public static let naturalCharge = (4 * .pi * fineStructure).squareRoot()

  /// Fermi constant, 1.1663787(6)e-5 GeV^-2.
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let fermiConstant = 1.166_378_7e-5

  /// Avogadro constant, 6.02214076e23 per mol (exact).
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let avogadro = 6.022_140_76e23

  /// Boltzmann constant k / e, 8.617333262e-14 GeV/K (exact; digits cut here).
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let boltzmann = 1.380_649e-23 / (elementaryCharge * 1e9)

  /// Atomic mass unit, 0.93149410372(29) GeV.
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let atomicMassUnit = 0.931_494_103_72

  /// Classical electron radius, 2.8179403205(13) fm.
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let classicalElectronRadius = 2.817_940_320_5

  /// Planck mass, sqrt(hbar c / G) = 1.220890(14)e19 GeV.
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let planckMass = 1.220_890e19

  /// The mass of one gram times c^2, 5.609588603e23 GeV (exact; digits cut here).
  ///
  /// - Source: Mohr:2024kco, adjusted constants
  public static let gram = 1e-3 * 299_792_458.0 * 299_792_458.0 / (elementaryCharge * 1e9)
}
