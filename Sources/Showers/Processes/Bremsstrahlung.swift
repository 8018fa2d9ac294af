// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities

/// Bremsstrahlung of electrons and positrons in the fields of nuclei and atomic electrons.
///
/// Below 1 GeV the tables of Seltzer and Berger, above the theory for high energies with the
/// suppression by multiple scattering (Landau, Pomeranchuk, Migdal); everywhere the suppression of
/// soft photons by the medium's polarisation,
///
///     dSigma/dk -> dSigma/dk  k^2 / (k^2 + k_p^2),   k_p = gamma hbar omega_p
///
/// The theory is joined to the tables at 1 GeV: it is multiplied by 1 + d (1 GeV / T), d the
/// relative difference of the cross sections there. Positrons radiate less by
///
///     exp[2 pi alpha Z (1 / beta - 1 / beta')]
///
/// beta, beta': velocities before and after.
///
/// - Source: Seltzer:1986cxl, tables
/// - Source: Kim:1986fn, positrons
/// - Source: Geant4:2024phys, bremsstrahlung
package struct Bremsstrahlung: Sendable {
  /// Where the tables end and the theory begins, kinetic energy in GeV.
  package static let junction = 1.0

  /// Photons above this energy in GeV join the theory to the tables, softer ones where these are made
  /// one by one; the spectrum must not depend on a threshold beyond, which only says how they count.
  package static let joinThreshold = 1e-3

  private let medium: ShowerMedium
  private let tables: SeltzerBerger
  private let mismatch: Double

  /// Prepares the process in a material.
  package init(_ medium: ShowerMedium, _ tables: SeltzerBerger) {
    self.medium = medium
    self.tables = tables
    mismatch = 0
  }

  /// Joins theory and tables so that the cross section above a photon energy is continuous.
  package init(_ medium: ShowerMedium, _ tables: SeltzerBerger, joinedAbove threshold: Double) {
    let free = Bremsstrahlung(medium, tables)
    let range = LogRange(from: threshold, to: Self.junction)
    let below = free.tabulated(Self.junction, .electron)
    let above = free.theoretical(Self.junction)
    let ratio = range.integrate { below($0) } / range.integrate { above($0) }
    self.medium = medium
    self.tables = tables
    mismatch = ratio - 1
  }

  /// The probability k dSigma/dk per mm at a kinetic energy, as a function of k in GeV.
  package func spectrum(
    kineticEnergy: Double, of lepton: Lepton
  ) -> @Sendable (Double) -> Double {
    if kineticEnergy <= Self.junction { return tabulated(kineticEnergy, lepton) }
    let theory = theoretical(kineticEnergy)
    let factor = 1 + mismatch * Self.junction / kineticEnergy
    return { factor * theory($0) }
  }

  private func tabulated(_ energy: Double, _ lepton: Lepton) -> @Sendable (Double) -> Double {
    let total = energy + Electron.mass
    let inverseBetaSquare = total * total / (energy * (energy + 2 * Electron.mass))
    let parts = medium.constituents.map { constituent in
      (
        constituent.density * constituent.z * constituent.z * inverseBetaSquare, constituent.z,
        tables.spectrum(z: constituent.z, kineticEnergy: energy)
      )
    }
    let cutoff = polarisationCutoff(total)
    let inverseBeta = inverseBetaSquare.squareRoot()
    return { k in
      var sum = 0.0
      for (weight, z, chi) in parts {
        var value = weight * chi(min(k / energy, 1))
        if lepton == .positron {
          let left = max(energy - k, 1e-12)
          let inverse = (left + Electron.mass) / (left * (left + 2 * Electron.mass)).squareRoot()
          let exponent = 2 * .pi * PhysicalConstants.fineStructure * z * (inverseBeta - inverse)
          value *= exponent < -12 ? 0 : exp(exponent)
        }
        sum += value
      }
      return sum * k * k / (k * k + cutoff)
    }
  }

  /// The theory for high energies.
  ///
  ///     k dSigma/dk = (16 / 3) alpha r_e^2 sum over atoms n Z^2 {...}
  ///     {...} = xi [y^2 G / 4 + (1 - y + y^2 / 2) phi] [L - f + L' / Z] + (1 - y)(1 + 1/Z) / 12
  ///
  /// y = k / E; L, L': logarithms of screening; f: Coulomb correction; G, phi, xi: Migdal's
  /// functions of s = sqrt(y E_LPM / (8 (1 - y) E xi)) (1 + k_p^2 / k^2).
  ///
  /// - Source: Tsai:1973py, complete screening
  /// - Source: Migdal:1956tc, suppression
  private func theoretical(_ energy: Double) -> @Sendable (Double) -> Double {
    let total = energy + Electron.mass
    let cutoff = polarisationCutoff(total)
    let scale = 16.0 / 3 * PhysicalConstants.fineStructure * electronRadiusSquare
    let suppression = medium.suppressionEnergy / (8 * total)
    let parts = medium.constituents.map { constituent in
      let z = constituent.z
      let screening = constituent.logarithms
      return (
        weight: scale * constituent.density * z * z,
        main: screening.elastic - constituent.coulombCorrection + screening.inelastic / z,
        rest: (1 + 1 / z) / 12, s1: cbrt(z * z) / (184.15 * 184.15)
      )
    }
    return { k in
      let y = k / total
      let sPrime = (suppression * y / (1 - y)).squareRoot()
      let quarter = 0.25 * y * y
      var sum = 0.0
      for part in parts {
        let s =
          LandauPomeranchukMigdal.parameter(sPrime: sPrime, s1: part.s1) * (1 + cutoff / (k * k))
        let migdal = LandauPomeranchukMigdal(s: s)
        var xi = LandauPomeranchukMigdal.xi(s: s, s1: part.s1)
        // Suppression never turns into its opposite.
        if xi * migdal.phi > 1 || s > 0.57 { xi = 1 / migdal.phi }
        let main = xi * (quarter * migdal.g + (1 - y + 2 * quarter) * migdal.phi)
        sum += part.weight * (main * part.main + (1 - y) * part.rest)
      }
      return sum * k * k / (k * k + cutoff)
    }
  }

  /// k_p^2 = (E / m_e)^2 (hbar omega_p)^2 in GeV^2.
  ///
  /// - Source: TerMikaelian:1972, longitudinal density effect
  private func polarisationCutoff(_ total: Double) -> Double {
    let k = total / Electron.mass * medium.plasmaEnergy
    return k * k
  }
}
