// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

// Multiple scattering along a step, and the time that it takes.

extension ShowerTransport where Scores: ~Copyable {
  /// Draws 1 - cos of the angle between the directions before and after, and returns how much shorter
  /// than its path a step is for its mean advance to be right.
  ///
  /// The mean cosine exp(-K) is that of the transport cross section. The shape is that of many soft
  /// deflections, exp(kappa cos theta) on the sphere, and in one step of ten of one hard deflection
  /// with the spectrum dx / x^2 of Rutherford beyond the angle that is reached so often.
  ///
  /// The two legs of a step have the mean projection tanh(K / 2) / K of its path each.
  ///
  /// - Parameters:
  ///   - scattering: K of the step.
  ///   - singles: the mean number of deflections above a small angle, times its square.
  ///   - square: the momentum squared in GeV^2.
  ///   - u: a number uniform on (0, 1), for the hard deflection.
  /// - Returns: 1 - cos, and the factor on the path.
  /// - Source: Fisher:1953dispersion, distribution on a sphere
  /// - Source: Moliere:1947theorie, core and tail
  @inline(__always)
  mutating func deflection(
    _ scattering: Double, _ singles: Double, momentumSquare square: Double, _ u: Double
  ) -> (x: Double, shrink: Double) {
    var soft = scattering
    var hard = 0.0
    let pointlike = medium.pointee.pointlike
    let least = (0.5 / Self.hardShare) * singles
    if singles > 1e-12, 2 * least * square < pointlike, least < 1 {
      // Mean of x in a hard deflection times their number.
      let logarithm = min(medium.pointee.logPointlike - roughLog(square), M_LN2) - roughLog(least)
      soft = max(scattering - 0.5 * singles * logarithm, 0.1 * scattering)
      if u < Self.hardShare {
        let x = least / (1 - u * (1 / Self.hardShare))
        if x * square < pointlike, x < 2 { hard = x }
      }
    }
    let x: Double
    let shrink: Double
    if soft < 0.05 {
      let width = soft - 0.5 * soft * soft
      x = min(random.exponential() * width, 2)
      shrink = 1 - scattering * scattering / 12
    } else {
      let c = quickExp(-soft)
      let kappa = c * (3 - c * c) / (1 - c * c)
      shrink = 2 * (1 - c) / ((1 + c) * soft)
      if kappa > 4 {
        x = min(random.exponential() / kappa, 2)
      } else {
        let u = random.uniform()
        x =
          kappa < 1e-3
          ? 2 * u : min(max(-quickLog(u + (1 - u) * quickExp(-2 * kappa)) / kappa, 0), 2)
      }
    }
    guard hard > 0 else { return (x, shrink) }
    let sines = (x * (2 - x) * hard * (2 - hard)).squareRoot()
    let both = 1 - (1 - x) * (1 - hard) + sines * random.azimuth().cosine
    return (min(max(both, 0), 2), shrink)
  }

  /// How often a step holds a hard deflection.
  private static var hardShare: Double { 0.1 }

  /// 1 / v in ns/mm, from the squares of the momenta before and after.
  @inline(__always)
  mutating func slowness(_ before: Double, _ after: Double) -> Double {
    let squares = (before * (before + 2 * mass)) * (after * (after + 2 * mass))
    let x = mass * mass / squares.squareRoot()
    return (1 + x).squareRoot() * (1 / PhysicalConstants.speedOfLight)
  }
}
