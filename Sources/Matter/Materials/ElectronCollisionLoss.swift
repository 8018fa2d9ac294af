// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// What electrons lose in collisions with the electrons of a material; a hot value type.
///
///     -dE/dx = (K/2) (Z/A) / beta^2
///              { ln[tau^2 (tau + 2) / 2 (m_e / I)^2] + F - delta }
///     F = (1 - beta^2) [1 + tau^2 / 8 - (2 tau + 1) ln 2]
///
/// tau: kinetic energy over m_e; I: mean excitation energy; delta: density effect;
/// K = 4 pi N_A r_e^2 m_e = 0.307075 MeV cm^2/mol. All transfers up to half the kinetic energy are
/// counted (Moller). Shell corrections are left out; they matter below
/// about 100 keV.
///
/// - Source: ICRU:1984, section 2, collision stopping power of electrons
package struct ElectronCollisionLoss: Hashable, Sendable {
  private let scale: Double
  private let excitation: Double
  private let densityEffect: DensityEffect

  /// Prepares the loss in a material.
  ///
  /// - Parameters:
  ///   - electronsPerMass: Z/A in mol/g.
  ///   - meanExcitationEnergy: I.
  ///   - densityEffect: the density effect.
  package init(
    electronsPerMass: Double, meanExcitationEnergy: Energy, densityEffect: DensityEffect
  ) {
    scale = 0.5 * Self.bethe * electronsPerMass
    excitation = meanExcitationEnergy.gev / Electron.mass
    self.densityEffect = densityEffect
  }

  /// The loss in GeV cm^2/g at a kinetic energy in GeV.
  package func callAsFunction(kineticEnergy: Double) -> Double {
    let tau = kineticEnergy / Electron.mass
    let momentum = sqrt(tau * (tau + 2))
    let inverseGamma = 1 / (tau + 1)
    let inverseGammaSquare = inverseGamma * inverseGamma
    let f = inverseGammaSquare * (1 + tau * tau / 8 - (2 * tau + 1) * M_LN2)
    let logarithm = log(tau * tau * (tau + 2) / (2 * excitation * excitation))
    let bracket = logarithm + f - densityEffect(betaGamma: momentum)
    return scale * bracket / (1 - inverseGammaSquare)
  }

  /// K = 4 pi N_A r_e^2 m_e in GeV cm^2/mol.
  private static let bethe =
    4 * Double.pi * PhysicalConstants.avogadro * PhysicalConstants.classicalElectronRadius
    * PhysicalConstants.classicalElectronRadius * 1e-26 * Electron.mass
}
