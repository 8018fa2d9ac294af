// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The regularised incomplete gamma functions, P(a, x) and Q(a, x) = 1 - P(a, x).
///
/// GSL serves up to a = 100. Above, its continued fraction stops too early: it misses 1e-7 at
/// a = 1e5 and 8 % just below 1e6, half a standard deviation or more under the mean. There the
/// series and the fraction are summed here to their end, in a time that grows as sqrt(a).
///
/// - Source: AbramowitzStegun1964, equations 6.5.29 (series) and 6.5.31 (fraction)
enum IncompleteGamma {
  /// Above this shape GSL is not asked.
  private static let largestForGSL = 100.0

  /// P(a, x) for a > 0, x > 0.
  static func lower(_ a: Double, _ x: Double) -> Double {
    GSLEntry.prepare()
    if a <= largestForGSL { return gsl_cdf_gamma_P(x, a, 1) }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
  }

  /// Q(a, x) for a > 0, x > 0.
  static func upper(_ a: Double, _ x: Double) -> Double {
    GSLEntry.prepare()
    if a <= largestForGSL { return gsl_cdf_gamma_Q(x, a, 1) }
    return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
  }

  /// P = D (1 + x/(a+1) + x^2/((a+1)(a+2)) + ...) with D = x^a exp(-x) / Gamma(a+1).
  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var denominator = a
    while term > 0.01 * Double.ulpOfOne * sum {
      denominator += 1
      term *= x / denominator
      sum += term
    }
    return sum * SaddlePoint.poisson(a, x)
  }

  /// Q = a D / (x + 1 - a - 1 (1 - a) / (x + 3 - a - ...)), from the front by Lentz.
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    var partial = x + 1 - a
    var ratio = 1 / partial
    var previous = Double.infinity
    var value = ratio
    var index = 0.0
    var change = 0.0
    while (change - 1).magnitude > 0.5 * Double.ulpOfOne && index < 1e8 {
      index += 1
      let numerator = index * (a - index)
      partial += 2
      ratio = 1 / (partial + numerator * ratio)
      previous = partial + numerator / previous
      change = ratio * previous
      value *= change
    }
    return value * a * SaddlePoint.poisson(a, x)
  }
}
