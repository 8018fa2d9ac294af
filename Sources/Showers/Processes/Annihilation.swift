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
}
