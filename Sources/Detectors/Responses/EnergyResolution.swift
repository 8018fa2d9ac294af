// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Numerics
import Quantities

/// The terms of an energy resolution, which add in quadrature.
///
///     sigma^2 = a^2 E GeV + c^2 E^2 + n^2
///
/// E and n are in GeV.
package struct EnergyResolution: Hashable, Sendable {
  /// a, the term of counting.
  package let stochastic: Double
  /// c, the term of calibration.
  package let constant: Double
  /// n, the term of electronics, in GeV.
  package let noise: Double

  /// A resolution by its terms.
  package init(stochastic: Double = 0, constant: Double = 0, noise: Double = 0) {
    self.stochastic = stochastic
    self.constant = constant
    self.noise = noise
  }

  /// Reads the keys of a resolution.
  init(_ section: Section) {
    self.init(
      stochastic: section[ResolutionKeys.stochastic].value.share,
      constant: section[ResolutionKeys.constant].value.share,
      noise: section[ResolutionKeys.noise].value.gev)
  }

  /// sigma in GeV at an energy in GeV.
  package func sigma(at energy: Double) -> Double {
    let e = max(energy, 0)
    return (stochastic * stochastic * e + constant * constant * e * e + noise * noise).squareRoot()
  }

  /// A factor by which the cells of an event are multiplied together, of mean 1; zero and below are
  /// cut off.
  ///
  /// Its rms is that of the first two terms; noise is there without any energy, and is added.
  @inline(__always)
  func factor(at energy: Double, _ random: inout RandomStream) -> Double {
    guard energy > 0, stochastic > 0 || constant > 0 else { return 1 }
    let spread = (stochastic * stochastic / energy + constant * constant).squareRoot()
    return max(0, 1 + spread * random.normal())
  }

  /// The noise of an event in GeV.
  @inline(__always)
  func noise(_ random: inout RandomStream) -> Double {
    noise > 0 ? noise * random.normal() : 0
  }
}
