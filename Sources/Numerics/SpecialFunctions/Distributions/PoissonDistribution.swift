// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The Poisson distribution, P(k) = mu^k exp(-mu) / k!.
///
/// Sums are incomplete gamma functions: P(N <= k) = Q(k + 1, mu).
///
/// - Source: AbramowitzStegun1964, equation 26.4.21
public struct PoissonDistribution: CountDistribution {
  /// The mean mu, zero or above.
  public let mean: Double

  /// Makes the distribution of given mean.
  public init(mean: Double) throws(NumericsError) {
    guard mean >= 0, mean.isFinite else {
      throw NumericsError(
        "no Poisson distribution",
        .invalidArgument("mean=\(mean) must be finite and not below zero"))
    }
    self.mean = mean
  }

  /// The probability of exactly this count; zero for an impossible one.
  public func probability(of count: Int) -> Double {
    count < 0 ? 0 : SaddlePoint.poisson(Double(count), mean)
  }

  /// The probability of at most this count.
  public func cumulative(upTo count: Int) -> Double {
    if count < 0 { return 0 }
    return gamma(Double(count) + 1)?.upperTail(at: mean) ?? .nan
  }

  /// The probability of at least this count, without cancellation.
  public func upperTail(atLeast count: Int) -> Double {
    if count <= 0 { return 1 }
    return gamma(Double(count))?.cumulative(at: mean) ?? .nan
  }

  /// The least count up to which at least the given probability lies.
  public func quantile(_ probability: Double) throws(NumericsError) -> Int {
    try Quantile.check(probability, of: "Poisson")
    // Rounding keeps the cumulative below 1 at any count, so the last quantile has no number.
    guard probability < 1 || mean == 0 else {
      throw NumericsError(
        "no quantile of the Poisson distribution",
        .invalidArgument("the probability 1 has no count"))
    }
    return Quantile.leastCount(near: mean) { cumulative(upTo: $0) >= probability }
  }

  private func gamma(_ shape: Double) -> GammaDistribution? {
    try? GammaDistribution(shape: shape)
  }
}
