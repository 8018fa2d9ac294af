// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter

/// Scattering of photons off atomic electrons, taken as free and at rest.
///
///     dsigma/de = pi r_e^2 / kappa [e + 1 / e - sin^2 theta],  1 / (1 + 2 kappa) <= e <= 1
///
/// e = E' / E; kappa = E / m_e; 1 - cos theta = (1 - e) / (kappa e). Binding matters below 100 keV
/// in heavy elements and is left out.
///
/// - Source: Klein:1929, scattering of radiation by free electrons
package struct ComptonScattering: Sendable {
  private let electronDensity: Double

  /// Prepares the process in a material.
  package init(_ medium: ShowerMedium) { electronDensity = medium.electronDensity }

  /// The probability per mm at a photon energy in GeV.
  package func total(_ energy: Double) -> Double {
    let k = energy / Electron.mass
    let l = log1p(2 * k)
    let span = 1 + 2 * k
    let first: Double = (1 + k) / (k * k) * (2 * (1 + k) / span - l / k)
    let second: Double = 0.5 * l / k - (1 + 3 * k) / (span * span)
    return 2 * .pi * electronRadiusSquare * electronDensity * (first + second)
  }

  /// The probability per mm and unit of e = E' / E.
  package func differential(_ e: Double, energy: Double) -> Double {
    let k = energy / Electron.mass
    let t = (1 - e) / (k * e)
    return .pi * electronRadiusSquare * electronDensity / k * (e + 1 / e - t * (2 - t))
  }
}
