// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities

/// What a heavy charged particle loses by ionisation in a material: on the average, and most often.
///
///     -dE/dx = K Z/A rho / beta^2
///              [ln(2 m_e beta^2 gamma^2 Tmax / I^2) / 2 - beta^2 - delta/2]
///     Delta_p = xi [ln(2 m_e beta^2 gamma^2 / I) + ln(xi / I) + j - beta^2 - delta]
///     xi = K/2 Z/A rho x / beta^2,  j = 0.200
///
/// Delta_p: most probable loss in a thickness x in mm; Tmax: largest transfer to an electron. Charge
/// one. Energies in GeV. Valid for beta gamma from 0.5 up, without radiation and shell corrections
/// (below 1%).
/// - Source: PDG:2024cfk, equations 34.5 and 34.12
package struct IonisationLoss: Sendable {
  /// K Z/A rho in GeV/mm.
  private let scale: Double
  /// I in GeV.
  private let excitation: Double
  private let densityEffect: DensityEffect

  /// Prepares the loss in a material; nil in the vacuum.
  package init?(_ material: Material) {
    guard let excitation = material.meanExcitationEnergy, let effect = material.densityEffect
    else { return nil }
    let radius = PhysicalConstants.classicalElectronRadius * 1e-13
    // Electrons per cm^3 and cm, to mm.
    scale = 4 * .pi * radius * radius * Electron.mass * material.electronDensity * 0.1
    self.excitation = excitation.value.gev
    densityEffect = effect
  }

  /// The mean loss in GeV/mm.
  /// - Parameters:
  ///   - betaGamma: momentum over mass.
  ///   - mass: the mass in GeV; infinite if it is left out.
  /// - Returns: the loss, above zero.
  package func mean(betaGamma: Double, mass: Double = .infinity) -> Double {
    let square = betaGamma * betaGamma
    let betaSquare = square / (1 + square)
    let transfer = Self.largestTransfer(betaGamma: betaGamma, mass: mass)
    let logarithm = log(2 * Electron.mass * square * transfer / (excitation * excitation))
    return scale / betaSquare
      * (0.5 * logarithm - betaSquare - 0.5 * densityEffect(betaGamma: betaGamma))
  }

  /// The scale xi of the fluctuations in GeV, for a thickness in mm.
  package func scale(betaGamma: Double, thickness: Double) -> Double {
    let square = betaGamma * betaGamma
    return 0.5 * scale * thickness * (1 + square) / square
  }

  /// The most probable loss in GeV, for a thickness in mm.
  package func mostProbable(betaGamma: Double, thickness: Double) -> Double {
    let square = betaGamma * betaGamma
    let betaSquare = square / (1 + square)
    let xi = scale(betaGamma: betaGamma, thickness: thickness)
    let logarithms =
      log(2 * Electron.mass * square / excitation) + log(xi / excitation)
    return xi * (logarithms + 0.200 - betaSquare - densityEffect(betaGamma: betaGamma))
  }

  /// The largest energy in GeV that a particle of a mass in GeV gives to an electron.
  ///
  ///     Tmax = 2 m_e beta^2 gamma^2 / (1 + 2 gamma m_e/M + (m_e/M)^2)
  ///
  /// - Source: PDG:2024cfk, equation 34.4
  package static func largestTransfer(betaGamma: Double, mass: Double) -> Double {
    let square = betaGamma * betaGamma
    let ratio = Electron.mass / mass
    return 2 * Electron.mass * square / (1 + 2 * (1 + square).squareRoot() * ratio + ratio * ratio)
  }
}
