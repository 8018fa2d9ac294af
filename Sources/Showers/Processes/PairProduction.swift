// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities

/// Conversion of photons into e+ e- in the fields of nuclei and atomic electrons.
///
/// The spectrum of e, the electron's share of the photon's energy, is that of Bethe and Heitler with
/// screening and Coulomb correction,
///
///     dsigma/de = (1/3) alpha r_e^2 Z (Z + eta)
///                 {2 (1/2 - e)^2 [3 P1 - P2 - F] + [3/2 P1 + 1/2 P2 - F]}
///
/// P1, P2: screening functions of d = 136 Z^(-1/3) m_e / (k e (1 - e)); F = (8/3) ln Z, above 50 MeV
/// + 8 f(Z); eta: electrons of the atom, L' / (L - f). Above 100 GeV multiple scattering
/// suppresses even shares; below, that is less than 1% in lead.
///
/// The cross section below 30 GeV is a fit to the measured and calculated ones of Storm and Israel,
/// `PairCrossSectionFit`, good to 2.5% above 5 MeV; above, the integral of the spectrum with the
/// suppression.
///
/// - Source: Butcher:1960, spectrum and screening functions
/// - Source: Geant4:2024phys, conversion of photons
package struct PairProduction: Sendable {
  /// Where the fit ends and the integral begins, GeV.
  package static let junction = 30.0

  /// Where the suppression of even shares begins to be counted, GeV.
  package static let suppressionStart = 100.0

  private let medium: ShowerMedium
  private let fit: PairCrossSectionFit

  /// Prepares the process in a material.
  package init(_ medium: ShowerMedium, _ fit: PairCrossSectionFit) {
    self.medium = medium
    self.fit = fit
  }

  /// The probability per mm at a photon energy in GeV.
  package func total(_ energy: Double) -> Double {
    guard energy > 2 * Electron.mass else { return 0 }
    if energy < Self.junction {
      return medium.constituents.reduce(0) {
        $0 + $1.density * fit.crossSection(z: $1.z, energy: energy)
      }
    }
    // From the least share the spectrum rises within a few m_e / E and is smooth beyond.
    let least = leastShare(energy)
    return 2 * LogRange(from: least, to: 0.5).integrate { $0 * differential($0, energy: energy) }
  }

  /// The least share of the energy either particle takes, m_e / k.
  package func leastShare(_ energy: Double) -> Double { Electron.mass / energy }

  /// The probability per mm and unit of e, for 0 < e < 1/2; it is symmetric about 1/2.
  package func differential(_ share: Double, energy: Double) -> Double {
    medium.constituents.reduce(0) {
      $0 + $1.density * Self.atomic(share, energy, $1, medium)
    }
  }

  /// The cross section of an atom per unit of the share in barn.
  private static func atomic(
    _ share: Double, _ energy: Double, _ atom: ShowerMedium.Constituent, _ medium: ShowerMedium
  ) -> Double {
    let z = atom.z
    let eta = atom.logarithms.inelastic / (atom.logarithms.elastic - atom.coulombCorrection)
    let both = share * (1 - share)
    let scale = PhysicalConstants.fineStructure * electronRadiusSquare * z * (z + eta)
    if energy > suppressionStart {
      // With complete screening and Migdal's functions.
      let s1 = cbrt(z * z) / (184.15 * 184.15)
      let sPrime = (0.125 * medium.suppressionEnergy / (energy * both)).squareRoot()
      let s = LandauPomeranchukMigdal.parameter(sPrime: sPrime, s1: s1)
      let migdal = LandauPomeranchukMigdal(s: s)
      var xi = LandauPomeranchukMigdal.xi(s: s, s1: s1)
      if xi * migdal.phi > 1 || s > 0.57 { xi = 1 / migdal.phi }
      let logarithm = atom.logarithms.elastic - atom.coulombCorrection
      let shape: Double = ((1 - 2 * both) * 2 * migdal.phi + migdal.g) / 3
      return max(4 * scale * (xi * logarithm * shape - both / 9), 0)
    }
    let delta = 136 / cbrt(z) * Electron.mass / (energy * both)
    let correction =
      8.0 / 3 * log(z) + (energy > 0.05 ? 8 * atom.coulombCorrection : 0)
    let (first, second) = screening(delta)
    let half = 0.5 - share
    let value: Double = 2 * half * half * (first - correction) + (second - correction)
    return max(scale * value / 3, 0)
  }

  /// 3 P1 - P2 and 3/2 P1 + 1/2 P2.
  ///
  /// - Source: Geant4:2024phys, screening functions
  private static func screening(_ delta: Double) -> (Double, Double) {
    if delta > 1.4 {
      let value = 42.038 - 8.29 * log(delta + 0.958)
      return (value, value)
    }
    return (42.184 - delta * (7.444 - 1.623 * delta), 41.326 - delta * (5.848 - 0.902 * delta))
  }
}
