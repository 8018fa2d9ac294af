// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL
import Glibc

/// Loader's form of the Poisson and binomial probabilities, which keeps its digits at large counts.
///
/// The textbook exponent k ln(mu) - mu - ln(k!) is a small difference of large numbers and loses
/// nine digits at a million counts. Here the large parts cancel on paper: with the Stirling
/// remainder G*(k) = k! exp(k) / (sqrt(2 pi k) k^k) and h(t) = ln(1 + t) - t,
///
///     P(k; mu) = exp(k h((mu - k) / k)) / (sqrt(2 pi k) G*(k)).
///
/// - Source: Loader2000binomial
enum SaddlePoint {
  /// y^a exp(-y) / Gamma(a + 1) for a >= 0, y >= 0.
  static func poisson(_ a: Double, _ y: Double) -> Double {
    if y == 0 { return a == 0 ? 1 : 0 }
    if y == .infinity { return 0 }
    if a == 0 { return exp(-y) }
    // For tiny a the remainder of Stirling's formula is larger than the gamma function itself.
    if a < 0.5 { return exp(a * log(y) - y - lgamma(a + 1)) }
    return exp(exponent(a, y)) / ((2 * .pi * a).squareRoot() * remainder(a))
  }

  /// Gamma(a + b + 1) / (Gamma(a + 1) Gamma(b + 1)) p^a q^b with q = 1 - p, for a, b >= 0.
  static func binomial(_ a: Double, _ b: Double, _ p: Double, _ q: Double) -> Double {
    if p == 0 { return a == 0 ? 1 : 0 }
    if q == 0 { return b == 0 ? 1 : 0 }
    let total = a + b
    if a == 0 { return exp(b * log1p(-p)) }
    if b == 0 { return exp(a * log1p(-q)) }
    if min(a, b) < 0.5 {
      let coefficient = lgamma(total + 1) - lgamma(a + 1) - lgamma(b + 1)
      return exp(coefficient + a * log(p) + b * log1p(-p))
    }
    let stirling = remainder(total) / (remainder(a) * remainder(b))
    let spread = (total / (2 * .pi * a * b)).squareRoot()
    return exp(exponent(a, total * p) + exponent(b, total * q)) * spread * stirling
  }

  /// k h((mu - k) / k).
  private static func exponent(_ k: Double, _ mu: Double) -> Double {
    let offset = (mu - k) / k
    guard offset > -1, offset.isFinite else { return -.infinity }
    var result = gsl_sf_result(val: 0, err: 0)
    GSLEntry.prepare()
    guard gsl_sf_log_1plusx_mx_e(offset, &result) == Int32(GSL_SUCCESS) else { return -.infinity }
    return k * result.val
  }

  /// The gamma function over its Stirling formula, Gamma*(x).
  private static func remainder(_ x: Double) -> Double {
    var result = gsl_sf_result(val: 1, err: 0)
    GSLEntry.prepare()
    return gsl_sf_gammastar_e(x, &result) == Int32(GSL_SUCCESS) ? result.val : .nan
  }
}
