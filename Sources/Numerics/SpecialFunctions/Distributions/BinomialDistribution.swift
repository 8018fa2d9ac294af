// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The binomial distribution, P(k) = n! / (k! (n-k)!) p^k (1-p)^(n-k).
///
/// Sums are incomplete beta functions: P(N <= k) = I_(1-p)(n - k, k + 1).
///
/// - Source: AbramowitzStegun1964, equation 26.5.24
public struct BinomialDistribution: CountDistribution {
  /// The number of trials n, zero or above.
  public let trials: Int

  /// The probability p of a success in a trial.
  public let success: Double

  /// Makes the distribution of given number of trials and probability of success.
  public init(trials: Int, success: Double) throws(NumericsError) {
    guard trials >= 0, success >= 0, success <= 1 else {
      throw NumericsError(
        "no binomial distribution",
        .invalidArgument("trials=\(trials) must not be negative, success=\(success) be 0 to 1"))
    }
    self.trials = trials
    self.success = success
  }

  /// The probability of exactly this count; zero for an impossible one.
  public func probability(of count: Int) -> Double {
    if count < 0 || count > trials { return 0 }
    return SaddlePoint.binomial(
      Double(count), Double(trials - count), success, 1 - success)
  }

  /// The probability of at most this count.
  public func cumulative(upTo count: Int) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    return beta(count + 1)?.upperTail(at: success) ?? .nan
  }

  /// The probability of at least this count, without cancellation.
  public func upperTail(atLeast count: Int) -> Double {
    if count <= 0 { return 1 }
    if count > trials { return 0 }
    return beta(count)?.cumulative(at: success) ?? .nan
  }

  /// The least count up to which at least the given probability lies.
  public func quantile(_ probability: Double) throws(NumericsError) -> Int {
    try Quantile.check(probability, of: "binomial")
    return Quantile.leastCount(near: Double(trials) * success) {
      cumulative(upTo: $0) >= probability
    }
  }

  /// P(N >= k) = I_p(k, n - k + 1).
  private func beta(_ count: Int) -> BetaDistribution? {
    try? BetaDistribution(a: Double(count), b: Double(trials - count + 1))
  }
}
