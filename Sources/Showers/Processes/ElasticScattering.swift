// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities

/// Elastic scattering of electrons and positrons by screened nuclei, through its transport cross
/// section.
///
///     1 / lambda = sum over atoms n 2 pi (r_e m_e / (p beta))^2
///                  Int_0^2 x dx / (x + x_a)^2 [Z^2 M(x) F(x) + Z]
///
/// x = 1 - cos theta; p: momentum in GeV; x_a = (1/2) (hbar / (p a))^2 [1.13 + 3.76 (alpha Z / beta)^2],
/// a = 0.885 a_0 Z^(-1/3): screening after Moliere; Z: the share of the atomic electrons;
/// M = 1 - beta^2 x / 2 -+ pi alpha Z beta sqrt(x / 2) (1 - sqrt(x / 2)): spin and charge of the
/// projectile, - for positrons; F = (1 + q^2 R^2 / 12)^(-4), q^2 = 2 p^2 x, R = 1.27 A^0.27 fm: the
/// size of the nucleus.
///
/// The mean cosine after a path s is exp(-s / lambda).
///
/// - Source: Moliere:1947theorie, screening angle
/// - Source: McKinley:1948, relativistic correction
/// - Source: Geant4:2024phys, single scattering
package struct ElasticScattering: Sendable {
  private let medium: ShowerMedium

  /// Prepares the process in a material.
  package init(_ medium: ShowerMedium) { self.medium = medium }

  /// The inverse 1 / lambda of the transport mean free path per mm at a kinetic energy in GeV.
  package func transport(kineticEnergy: Double, of lepton: Lepton) -> Double {
    let momentumSquare = kineticEnergy * (kineticEnergy + 2 * Electron.mass)
    let total = kineticEnergy + Electron.mass
    let beta = momentumSquare.squareRoot() / total
    let ratio = Electron.mass / (momentumSquare.squareRoot() * beta)
    let scale = 2 * .pi * electronRadiusSquare * ratio * ratio
    let bohr = PhysicalConstants.hbarC / (PhysicalConstants.fineStructure * Electron.mass)
    let sign: Double = lepton == .electron ? 1 : -1
    return medium.constituents.reduce(0) { sum, atom in
      let z = atom.z
      let alphaZ = PhysicalConstants.fineStructure * z
      let radius = 0.885 * bohr / cbrt(z)
      let wave =
        PhysicalConstants.hbarC * PhysicalConstants.hbarC / (momentumSquare * radius * radius)
      let screening = 0.5 * wave * (1.13 + 3.76 * alphaZ * alphaZ / (beta * beta))
      let nuclear = 1.27 * pow(atom.atomicWeight, 0.27) / PhysicalConstants.hbarC
      let size = 2 * momentumSquare * nuclear * nuclear / 12
      let integral = LogRange(from: 1e-3 * screening, to: 2).integrate { x in
        let half = (0.5 * x).squareRoot()
        let spin: Double =
          1 - beta * beta * half * half + sign * .pi * alphaZ * beta * half * (1 - half)
        let soft = 1 + size * x
        let formFactor = 1 / (soft * soft * soft * soft)
        let denominator = x + screening
        return x * x / (denominator * denominator) * (z * z * max(spin, 0) * formFactor + z)
      }
      return sum + atom.density * scale * integral
    }
  }

  /// The strength 4 pi sum n (r_e m_e / (p beta))^2 Z (Z + 1) of single scattering, per mm: the mean
  /// number of deflections above a small angle theta is strength s / theta^2.
  ///
  /// - Source: Moliere:1947theorie, chi_c^2
  package func strength(kineticEnergy: Double) -> Double {
    let momentumSquare = kineticEnergy * (kineticEnergy + 2 * Electron.mass)
    let total = kineticEnergy + Electron.mass
    let ratio = Electron.mass * total / momentumSquare
    return medium.constituents.reduce(0) {
      $0 + 4 * .pi * electronRadiusSquare * ratio * ratio * $1.density * $1.z * ($1.z + 1)
    }
  }

  /// 1 - cos of the angle up to which nuclei look like points, times the momentum squared, GeV^2.
  ///
  /// With F of the size R, Int dx F / x ends where Int dx / x would at x = exp(-11/6) 6 / (p R)^2.
  package var pointlikeScale: Double {
    var (weights, sum) = (0.0, 0.0)
    for atom in medium.constituents {
      let radius = 1.27 * pow(atom.atomicWeight, 0.27) / PhysicalConstants.hbarC
      let weight = atom.density * atom.z * atom.z
      weights += weight
      sum += weight * exp(-11.0 / 6) * 6 / (radius * radius)
    }
    return sum / weights
  }
}
