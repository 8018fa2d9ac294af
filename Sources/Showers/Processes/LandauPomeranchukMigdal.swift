// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Migdal's functions G(s) and phi(s), by which a dense medium suppresses radiation and pairs.
///
/// Both rise from 0 to 1 with s: phi = 6 s (1 - pi s), G = 12 s - 2 phi for s << 1. Between, fits
/// good to 0.15%.
///
/// - Source: Stanev:1982au, equations 16 to 21
package struct LandauPomeranchukMigdal: Sendable {
  /// phi(s).
  package let phi: Double
  /// G(s).
  package let g: Double

  /// The functions at s >= 0.
  package init(s: Double) {
    let s2 = s * s
    let s3 = s2 * s
    let s4 = s2 * s2
    if s < 0.01 {
      phi = 6 * s * (1 - .pi * s)
      g = 12 * s - 2 * phi
      return
    }
    if s < 1.55 {
      let exponent: Double = -6 * s * (1 + s * (3 - .pi)) + s3 / (0.623 + 0.796 * s + 0.658 * s2)
      phi = 1 - exp(exponent)
    } else {
      phi = 1 - 0.011905 / s4
    }
    if s < 0.415827 {
      let denominator: Double = 1 + 3.936 * s + 4.97 * s2 - 0.05 * s3 + 7.5 * s4
      let psi = 1 - exp(-4 * s - 8 * s2 / denominator)
      g = 3 * psi - 2 * phi
    } else if s < 1.9156 {
      let argument: Double =
        -0.160723 + 3.755030 * s - 1.798138 * s2 + 0.672827 * s3 - 0.120772 * s4
      g = tanh(argument)
    } else {
      g = 1 - 0.023065 / s4
    }
  }

  /// xi(s) of Migdal's logarithm: 2 below s1, 1 above 1, 1 + ln s / ln s1 between.
  ///
  /// - Source: Stanev:1982au, equation 15
  package static func xi(s: Double, s1: Double) -> Double {
    if s >= 1 { return 1 }
    return s <= s1 ? 2 : 1 + log(s) / log(s1)
  }

  /// s' / sqrt(xi(s')) without iteration, s from the s' of an unscreened logarithm.
  ///
  /// - Source: Stanev:1982au, equations 22 to 24
  package static func parameter(sPrime: Double, s1: Double) -> Double {
    let bound = 2.0.squareRoot() * s1
    var xi = 2.0
    if sPrime > 1 {
      xi = 1
    } else if sPrime > bound {
      let inverse = 1 / log(bound)
      let h = log(sPrime) * inverse
      xi = 1 + h - 0.08 * (1 - h) * h * (2 - h) * inverse
    }
    return sPrime / xi.squareRoot()
  }
}
