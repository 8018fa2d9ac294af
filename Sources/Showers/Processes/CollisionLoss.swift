// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities

/// What electrons and positrons lose in collisions whose knock-on electrons stay below a threshold.
///
///     -dE/dx = 2 pi r_e^2 m_e n / beta^2 {ln[2 (tau + 2) / (I / m_e)^2] + F(tau, D) - delta}
///
/// n: electrons per volume; tau: kinetic energy over m_e; I: mean excitation energy; delta: density
/// effect; D: the least of the threshold over m_e and of the greatest transfer, tau / 2 for
/// electrons and tau for positrons. Shell corrections are left out.
///
/// - Source: Berger:1964stopping, restricted collision loss
package struct CollisionLoss: Sendable {
  private let medium: ShowerMedium
  private let threshold: Double

  /// Prepares the loss by transfers below a threshold in GeV.
  package init(_ medium: ShowerMedium, transfersBelow threshold: Double) {
    self.medium = medium
    self.threshold = threshold / Electron.mass
  }

  /// The loss in GeV/mm at a kinetic energy in GeV.
  package func callAsFunction(kineticEnergy: Double, of lepton: Lepton) -> Double {
    let tau = kineticEnergy / Electron.mass
    let gamma = tau + 1
    let gammaSquare = gamma * gamma
    let betaSquare = tau * (tau + 2) / gammaSquare
    let excitation = medium.meanExcitationEnergy / Electron.mass
    let delta = medium.densityEffect(betaGamma: (tau * (tau + 2)).squareRoot())
    let f: Double
    switch lepton {
    case .electron:
      let d = min(threshold, 0.5 * tau)
      f =
        -1 - betaSquare + log((tau - d) * d) + tau / (tau - d)
        + (0.5 * d * d + (2 * tau + 1) * log(1 - d / tau)) / gammaSquare
    case .positron:
      let d = min(threshold, tau)
      let y = 1 / (1 + gamma)
      let d2 = 0.5 * d * d
      let d3 = d2 * d / 1.5
      let d4 = d3 * d * 0.75
      let inner: Double =
        tau + 2 * d - y * (3 * d2 + y * (d - d3 + y * (d2 - tau * d3 + d4)))
      f = log(tau * d) - betaSquare * inner / tau
    }
    let logarithm = log(2 * (tau + 2) / (excitation * excitation))
    return 2 * .pi * electronRadiusSquare * Electron.mass * medium.electronDensity / betaSquare
      * (logarithm + f - delta)
  }

  /// The mean square of what is lost in such collisions, GeV^2/mm.
  ///
  ///     2 pi r_e^2 m_e n / beta^2  T_max (1 - beta^2 T_max / 2 T)
  ///
  /// T_max: the greatest transfer below the threshold; the spectrum 1 / T^2 of transfers, with the
  /// first order of its recoil.
  /// - Source: PDG:2024cfk, passage of particles through matter, fluctuations in energy loss
  package func variance(kineticEnergy: Double, of lepton: Lepton) -> Double {
    let tau = kineticEnergy / Electron.mass
    let betaSquare = tau * (tau + 2) / ((tau + 1) * (tau + 1))
    let most = min(threshold, lepton == .electron ? 0.5 * tau : tau)
    let scale =
      2 * .pi * electronRadiusSquare * Electron.mass * Electron.mass * medium.electronDensity
    return scale / betaSquare * most * (1 - 0.5 * betaSquare * most / tau)
  }

  /// The path in mm after which electrons of a kinetic energy in GeV come to rest.
  ///
  /// By collisions alone; from 5 keV up, below which they go no way.
  static func range(_ kineticEnergy: Double, in medium: ShowerMedium) -> Double {
    let loss = CollisionLoss(medium, transfersBelow: .infinity)
    return LogRange(from: 5e-6, to: kineticEnergy).integrate {
      $0 / loss(kineticEnergy: $0, of: .electron)
    }
  }
}
