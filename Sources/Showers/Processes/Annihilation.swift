// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter

/// Annihilation of a positron in flight with an atomic electron at rest into two photons.
///
///     Sigma = n pi r_e^2 / (gamma + 1)
///             {(gamma^2 + 4 gamma + 1) / (gamma^2 - 1) ln[gamma + sqrt(gamma^2 - 1)]
///              - (gamma + 3) / sqrt(gamma^2 - 1)}
///
/// - Source: Heitler:1954, section 27, equation 6
package struct Annihilation: Sendable {
  private let electronDensity: Double

  /// Prepares the process in a material.
  package init(_ medium: ShowerMedium) { electronDensity = medium.electronDensity }

  /// The probability per mm at a kinetic energy in GeV.
  package func total(kineticEnergy: Double) -> Double {
    let tau = kineticEnergy / Electron.mass
    let gamma = tau + 1
    let square = tau * (tau + 2)
    let root = square.squareRoot()
    let bracket: Double =
      (gamma * (gamma + 4) + 1) * log(gamma + root) / square - (gamma + 3) / root
    return .pi * electronRadiusSquare * electronDensity * bracket / (gamma + 1)
  }

  /// The greatest share of the total energy T + 2 m_e that one photon takes; the least is 1 less it.
  ///
  ///     1/2 + sqrt((gamma - 1) / (gamma + 1)) / 2
  package static func greatestShare(gamma: Double) -> Double {
    0.5 + 0.5 * ((gamma - 1) / (gamma + 1)).squareRoot()
  }

  /// The distribution of the share e of one photon, not normalised.
  ///
  ///     [1 + 2 gamma / (gamma + 1)^2 - e - 1 / ((gamma + 1)^2 e)] / e
  ///
  /// - Source: Heitler:1954, section 27
  package static func spectrum(_ e: Double, gamma: Double) -> Double {
    let square = (gamma + 1) * (gamma + 1)
    return (1 + 2 * gamma / square - e - 1 / (square * e)) / e
  }

  /// Draws the share of one photon, from 1 / e with rejection.
  package static func drawShare(gamma: Double, _ random: inout ShowerRandom) -> Double {
    let high = greatestShare(gamma: gamma)
    let low = 1 - high
    let span = log(high / low)
    while true {
      let e = low * exp(span * random.uniform())
      // The bracket is greatest at e = 1 / (gamma + 1), where it is 1 - 2 / (gamma + 1)^2 at most 1.
      if random.uniform() <= e * spectrum(e, gamma: gamma) { return e }
    }
  }
}
