// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities

/// Conversion of photons into mu+ mu- in the field of nuclei.
///
///     dsigma/dx = 4 alpha Z^2 r_mu^2 [1 - (4/3) x (1 - x)] ln W
///     W = W_inf (1 + (D sqrt(e) - 2) delta / m_mu) / (1 + B Z^(-1/3) sqrt(e) delta / m_e)
///     W_inf = B Z^(-1/3) / D  m_mu / m_e,   delta = m_mu^2 / (2 k x (1 - x))
///
/// x: share of mu+; k: photon energy in GeV; r_mu = r_e m_e / m_mu; B = 183 and D = 1.54 A^0.27,
/// for hydrogen 202.4 and 1.49; only where W > 1. The atomic electrons and inelastic nuclei are left
/// out, a few per cent in heavy elements.
///
/// - Source: Burkhardt:2002vg, equations 1 to 5
package struct MuonPairs: Sendable {
  private let medium: ShowerMedium
  private let mass: Double

  /// Prepares the process in a material, for a muon of a mass in GeV.
  package init(_ medium: ShowerMedium, muonMass: Double) {
    self.medium = medium
    mass = muonMass
  }

  /// The cross section of an atom in barn at a photon energy in GeV.
  package func crossSection(z: Double, atomicWeight: Double, energy: Double) -> Double {
    guard energy > 4 * mass else { return 0 }
    let half = 0.5 * (1 - 4 * mass / energy).squareRoot()
    // Even about 1/2; ln W falls to zero near the ends.
    let range = LogRange(from: 0.5 - half, to: 0.5)
    return 2
      * range.integrate { x in
        x * differential(x, z: z, atomicWeight: atomicWeight, energy: energy)
      }
  }

  /// The cross section of an atom in barn per unit of the share x.
  package func differential(
    _ x: Double, z: Double, atomicWeight: Double, energy: Double
  ) -> Double {
    let (b, d) = z < 1.5 ? (202.4, 1.49) : (183, 1.54 * pow(atomicWeight, 0.27))
    let electron = Electron.mass
    let root = exp(0.5)
    let screening = b / cbrt(z)
    let both = x * (1 - x)
    let delta = mass * mass / (2 * energy * both)
    let most = screening / d * mass / electron
    let w =
      most * (1 + (d * root - 2) * delta / mass) / (1 + screening * root * delta / electron)
    guard w > 1 else { return 0 }
    let radius = electron / mass
    return 4 * PhysicalConstants.fineStructure * z * z * electronRadiusSquare * radius * radius
      * (1 - 4.0 / 3 * both) * log(w)
  }

  /// The probability per mm in the material at a photon energy in GeV.
  package func total(_ energy: Double) -> Double {
    medium.constituents.reduce(0) {
      $0 + $1.density * crossSection(z: $1.z, atomicWeight: $1.atomicWeight, energy: energy)
    }
  }
}
