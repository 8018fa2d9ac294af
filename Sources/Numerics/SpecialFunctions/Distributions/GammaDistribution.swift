// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The gamma distribution, with density x^(a-1) exp(-x/b) / (Gamma(a) b^a) for x > 0.
///
/// - Source: Johnson1994continuous, chapter 17
public struct GammaDistribution: ContinuousDistribution {
  /// The shape a, above zero.
  public let shape: Double

  /// The scale b, above zero, in the unit of x.
  public let scale: Double

  /// Makes the distribution of given shape and scale.
  public init(shape: Double, scale: Double = 1) throws(NumericsError) {
    guard shape > 0, shape.isFinite, scale > 0, scale.isFinite else {
      throw NumericsError(
        "no gamma distribution",
        .invalidArgument("shape=\(shape) and scale=\(scale) must be positive and finite"))
    }
    self.shape = shape
    self.scale = scale
  }

  /// The probability density at x, in the inverse unit of x.
  public func density(at x: Double) -> Double {
    let y = x / scale
    if x < 0 { return 0 }
    if x == 0 { return shape < 1 ? .infinity : shape == 1 ? 1 / scale : 0 }
    if y == .infinity { return 0 }
    return shape / x * SaddlePoint.poisson(shape, y)
  }

  /// The probability below x.
  public func cumulative(at x: Double) -> Double {
    let y = x / scale
    if x <= 0 { return 0 }
    if y == .infinity { return 1 }
    if y.isNaN { return .nan }
    return IncompleteGamma.lower(shape, y)
  }

  /// The probability above x, without cancellation.
  public func upperTail(at x: Double) -> Double {
    let y = x / scale
    if x <= 0 { return 1 }
    if y == .infinity { return 0 }
    if y.isNaN { return .nan }
    return IncompleteGamma.upper(shape, y)
  }

  /// The x below which the given probability lies.
  public func quantile(_ probability: Double) throws(NumericsError) -> Double {
    try Quantile.check(probability, of: "gamma")
    if probability == 0 { return 0 }
    if probability == 1 { return .infinity }
    GSLEntry.prepare()
    // GSL's inverse may stop early or fail, so it serves as a guess.
    let guess = scale * gsl_cdf_gamma_Pinv(probability, shape, 1)
    return Quantile.search(from: guess) { cumulative(at: $0) < probability }
  }

  /// The x above which the given probability lies.
  public func upperQuantile(_ probability: Double) throws(NumericsError) -> Double {
    try Quantile.check(probability, of: "gamma")
    if probability == 0 { return .infinity }
    if probability == 1 { return 0 }
    GSLEntry.prepare()
    let guess = scale * gsl_cdf_gamma_Qinv(probability, shape, 1)
    return Quantile.search(from: guess) { upperTail(at: $0) > probability }
  }
}
