// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A probability distribution over a real variable.
///
/// Probabilities are plain numbers; NaN in gives NaN out.
public protocol ContinuousDistribution: Hashable, Sendable {
  /// The probability density at x, in the inverse unit of x.
  func density(at x: Double) -> Double

  /// The probability below x.
  func cumulative(at x: Double) -> Double

  /// The probability above x, without the cancellation of one minus the cumulative.
  func upperTail(at x: Double) -> Double

  /// The x below which the given probability lies.
  func quantile(_ probability: Double) throws(NumericsError) -> Double

  /// The x above which the given probability lies; exact for tiny probabilities.
  func upperQuantile(_ probability: Double) throws(NumericsError) -> Double
}

/// A probability distribution over counts 0, 1, 2, ....
public protocol CountDistribution: Hashable, Sendable {
  /// The probability of exactly this count.
  func probability(of count: Int) -> Double

  /// The probability of at most this count.
  func cumulative(upTo count: Int) -> Double

  /// The probability of at least this count, without the cancellation of one minus a sum.
  func upperTail(atLeast count: Int) -> Double

  /// The least count up to which at least the given probability lies.
  func quantile(_ probability: Double) throws(NumericsError) -> Int
}
