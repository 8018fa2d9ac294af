// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The beta distribution, with density x^(a-1) (1-x)^(b-1) / B(a, b) for 0 < x < 1.
///
/// - Source: Johnson1995continuous, chapter 25
public struct BetaDistribution: ContinuousDistribution {
  /// The exponent a, above zero.
  public let a: Double

  /// The exponent b, above zero.
  public let b: Double

  /// Makes the distribution of given exponents.
  public init(a: Double, b: Double) throws(NumericsError) {
    guard a > 0, b > 0, a.isFinite, b.isFinite else {
      throw NumericsError(
        "no beta distribution",
        .invalidArgument("a=\(a) and b=\(b) must be positive and finite"))
    }
    self.a = a
    self.b = b
  }

  /// The probability density at x, in the inverse unit of x.
  public func density(at x: Double) -> Double {
    if x < 0 || x > 1 { return 0 }
    if x == 0 { return a < 1 ? .infinity : a == 1 ? b : 0 }
    if x == 1 { return b < 1 ? .infinity : b == 1 ? a : 0 }
    return a * b / (a + b) / (x * (1 - x)) * SaddlePoint.binomial(a, b, x, 1 - x)
  }

  /// The probability below x.
  public func cumulative(at x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return x.isNaN ? .nan : IncompleteBeta.lower(a, b, x)
  }

  /// The probability above x, without cancellation.
  public func upperTail(at x: Double) -> Double {
    if x <= 0 { return 1 }
    if x >= 1 { return 0 }
    return x.isNaN ? .nan : IncompleteBeta.upper(a, b, x)
  }

  /// The x below which the given probability lies.
  public func quantile(_ probability: Double) throws(NumericsError) -> Double {
    try Quantile.check(probability, of: "beta")
    if probability == 0 || probability == 1 { return probability }
    GSLEntry.prepare()
    let guess = gsl_cdf_beta_Pinv(probability, a, b)
    return Quantile.search(from: guess, upTo: 1) { cumulative(at: $0) < probability }
  }

  /// The x above which the given probability lies.
  public func upperQuantile(_ probability: Double) throws(NumericsError) -> Double {
    try Quantile.check(probability, of: "beta")
    if probability == 0 || probability == 1 { return 1 - probability }
    GSLEntry.prepare()
    let guess = gsl_cdf_beta_Qinv(probability, a, b)
    return Quantile.search(from: guess, upTo: 1) { upperTail(at: $0) > probability }
  }
}
