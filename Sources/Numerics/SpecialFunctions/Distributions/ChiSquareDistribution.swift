// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The chi-square distribution, a gamma distribution of shape n/2 and scale 2.
///
/// - Source: AbramowitzStegun1964, section 26.4
public struct ChiSquareDistribution: ContinuousDistribution {
  /// The degrees of freedom n, above zero; need not be whole.
  public let degreesOfFreedom: Double

  private let gamma: GammaDistribution

  /// Makes the distribution of given degrees of freedom.
  public init(degreesOfFreedom: Double) throws(NumericsError) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else {
      throw NumericsError(
        "no chi-square distribution",
        .invalidArgument("degreesOfFreedom=\(degreesOfFreedom) must be positive and finite"))
    }
    self.degreesOfFreedom = degreesOfFreedom
    gamma = try GammaDistribution(shape: 0.5 * degreesOfFreedom, scale: 2)
  }

  /// The probability density at x, in the inverse unit of x.
  public func density(at x: Double) -> Double { gamma.density(at: x) }

  /// The probability below x.
  public func cumulative(at x: Double) -> Double { gamma.cumulative(at: x) }

  /// The probability above x, without cancellation.
  public func upperTail(at x: Double) -> Double { gamma.upperTail(at: x) }

  /// The x below which the given probability lies.
  public func quantile(_ probability: Double) throws(NumericsError) -> Double {
    try gamma.quantile(probability)
  }

  /// The x above which the given probability lies.
  public func upperQuantile(_ probability: Double) throws(NumericsError) -> Double {
    try gamma.upperQuantile(probability)
  }
}
