// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter

/// Collisions with atomic electrons that knock them out above a threshold: Moller and Bhabha.
///
/// With x = T' / T the share of the kinetic energy, gamma the projectile's Lorentz factor and n the
/// density of electrons,
///
///     Moller  dSigma/dx = A [1 / x^2 + 1 / (1 - x)^2 + c1 - c2 (1 / x + 1 / (1 - x))],  x <= 1/2
///     Bhabha  dSigma/dx = A [1 / (beta^2 x^2) - B1 / x + B2 - B3 x + B4 x^2],          x <= 1
///
/// A = 2 pi r_e^2 n / (beta^2 tau) for Moller and 2 pi r_e^2 n / tau for Bhabha; c1 = ((gamma - 1) / gamma)^2,
/// c2 = (2 gamma - 1) / gamma^2; with y = 1 / (gamma + 1): B1 = 2 - y^2,
/// B2 = (1 - 2y)(3 + y^2), B4 = (1 - 2y)^3, B3 = B4 + (1 - 2y)^2.
///
/// - Source: Messel:1970, electron-electron and positron-electron scattering
package struct KnockOn: Sendable {
  private let electronDensity: Double
  /// The least kinetic energy of the knock-on electron in GeV.
  package let threshold: Double

  /// Prepares the process above a threshold in GeV.
  package init(_ medium: ShowerMedium, above threshold: Double) {
    electronDensity = medium.electronDensity
    self.threshold = threshold
  }

  /// The probability per mm.
  package func total(kineticEnergy: Double, of lepton: Lepton) -> Double {
    let x = threshold / kineticEnergy
    guard x < (lepton == .electron ? 0.5 : 1) else { return 0 }
    let tau = kineticEnergy / Electron.mass
    let gamma = tau + 1
    let gammaSquare = gamma * gamma
    let betaSquare = tau * (tau + 2) / gammaSquare
    let scale = 2 * .pi * electronRadiusSquare * electronDensity / tau
    switch lepton {
    case .electron:
      let c1 = tau * tau / gammaSquare
      let c2 = (2 * gamma - 1) / gammaSquare
      let value: Double =
        (0.5 - x) * c1 + 1 / x - 1 / (1 - x) - c2 * log((1 - x) / x)
      return scale / betaSquare * value
    case .positron:
      let b = Bhabha(gamma: gamma)
      let value: Double =
        (1 - x) * (1 / (betaSquare * x) + b.b2) + b.b1 * log(x) - 0.5 * b.b3 * (1 - x * x)
        + b.b4 * (1 - x * x * x) / 3
      return scale * value
    }
  }

  /// The probability per mm and unit of x = T' / T.
  package func differential(_ x: Double, kineticEnergy: Double, of lepton: Lepton) -> Double {
    let tau = kineticEnergy / Electron.mass
    let gamma = tau + 1
    let gammaSquare = gamma * gamma
    let betaSquare = tau * (tau + 2) / gammaSquare
    let scale = 2 * .pi * electronRadiusSquare * electronDensity / tau
    switch lepton {
    case .electron:
      let c1 = tau * tau / gammaSquare
      let c2 = (2 * gamma - 1) / gammaSquare
      let rest = 1 - x
      return scale / betaSquare
        * (1 / (x * x) + 1 / (rest * rest) + c1 - c2 * (1 / x + 1 / rest))
    case .positron:
      let b = Bhabha(gamma: gamma)
      return scale
        * (1 / (betaSquare * x * x) - b.b1 / x + b.b2 - b.b3 * x + b.b4 * x * x)
    }
  }

  /// Draws the share x of the kinetic energy in Moller scattering.
  ///
  /// From 1 / x^2 with rejection; x^2 times the bracket is at most 2 + c1 / 4, at x = 1/2.
  /// - Parameters:
  ///   - gamma: the projectile's Lorentz factor.
  ///   - low: the least share, below 1/2.
  ///   - random: where the numbers come from.
  /// - Returns: x, from `low` to 1/2.
  package static func drawMoller(
    gamma: Double, from low: Double, _ random: inout ShowerRandom
  ) -> Double {
    let inverseSquare = 1 / (gamma * gamma)
    let c2 = (2 * gamma - 1) * inverseSquare
    let c1 = (gamma - 1) * (gamma - 1) * inverseSquare
    let most = 2 + 0.25 * c1
    while true {
      let u = random.uniform()
      let x = low * 0.5 / (low * (1 - u) + 0.5 * u)
      let r = x / (1 - x)
      let value = 1 + r * r + c1 * x * x - c2 * (x + x * r)
      if random.uniform() * most <= value { return x }
    }
  }

  /// Draws the share x of the kinetic energy in Bhabha scattering.
  ///
  /// From 1 / x^2 with rejection; beta^2 x^2 times the bracket is at most 1, at x = 0.
  /// - Parameters:
  ///   - gamma: the projectile's Lorentz factor.
  ///   - low: the least share, below 1.
  ///   - random: where the numbers come from.
  /// - Returns: x, from `low` to 1.
  package static func drawBhabha(
    gamma: Double, from low: Double, _ random: inout ShowerRandom
  ) -> Double {
    let betaSquare = 1 - 1 / (gamma * gamma)
    let b = Bhabha(gamma: gamma)
    while true {
      let u = random.uniform()
      let x = low / (low * (1 - u) + u)
      let value = 1 + betaSquare * x * (-b.b1 + x * (b.b2 + x * (-b.b3 + b.b4 * x)))
      if random.uniform() <= value { return x }
    }
  }

  /// The coefficients of Bhabha scattering.
  struct Bhabha {
    let b1: Double
    let b2: Double
    let b3: Double
    let b4: Double

    @inline(__always)
    init(gamma: Double) {
      let y = 1 / (gamma + 1)
      let y12 = 1 - 2 * y
      b1 = 2 - y * y
      b2 = y12 * (3 + y * y)
      b4 = y12 * y12 * y12
      b3 = b4 + y12 * y12
    }
  }
}
