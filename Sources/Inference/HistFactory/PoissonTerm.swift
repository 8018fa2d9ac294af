// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// -ln of a Poisson probability, split so that differences keep their digits at large counts.
///
///     -ln P(n | m) = n (d - ln(1 + d)) + [n - n ln n + ln Gamma(n + 1)],  d = (m - n) / n
///
/// The first part vanishes at m = n; the second depends on the count alone. Counts may be fractions.
///
/// - Source: Baker1984likelihood, equation 10 (first part)
enum PoissonTerm {
  /// The first part; infinite for a positive count and a mean that is not.
  ///
  /// Without a count it is the mean, also below zero.
  static func value(count: Double, mean: Double) -> Double {
    guard count > 0 else { return mean }
    guard mean > 0 else { return .infinity }
    let distance = (mean - count) / count
    return count * (distance - log1p(distance))
  }

  /// The second part, by Stirling's series at counts where the plain form cancels.
  ///
  /// - Source: AbramowitzStegun1964, equation 6.1.41 (error below 1e-17 above 1000)
  static func least(count: Double) -> Double {
    guard count > 0 else { return 0 }
    guard count > 1000 else { return count - count * log(count) + lgamma(count + 1) }
    let inverse = 1 / count
    return 0.5 * log(2 * .pi * count) + inverse / 12 - inverse * inverse * inverse / 360
  }
}
