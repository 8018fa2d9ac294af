// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL
import Glibc

/// The normal distribution.
///
/// Tails are good to 1e-14 of themselves down to the smallest doubles (38 standard deviations), and
/// beyond that through their logarithm.
///
/// - Source: AbramowitzStegun1964, section 26.2
public struct NormalDistribution: ContinuousDistribution {
  /// The mean, in the unit of x.
  public let mean: Double

  /// The standard deviation, above zero, in the unit of x.
  public let deviation: Double

  /// The standard normal distribution.
  public init() {
    mean = 0
    deviation = 1
  }

  /// Makes the distribution of given mean and standard deviation.
  public init(mean: Double, deviation: Double) throws(NumericsError) {
    guard mean.isFinite, deviation > 0, deviation.isFinite else {
      throw NumericsError(
        "no normal distribution",
        .invalidArgument("mean=\(mean) must be finite, deviation=\(deviation) positive"))
    }
    self.mean = mean
    self.deviation = deviation
  }

  /// The probability density at x, in the inverse unit of x.
  public func density(at x: Double) -> Double {
    let z = (x - mean) / deviation
    return exp(-0.5 * z * z) / (deviation * (2 * .pi).squareRoot())
  }

  /// The probability below x.
  public func cumulative(at x: Double) -> Double {
    0.5 * erfc(-(x - mean) / deviation * 0.5.squareRoot())
  }

  /// The probability above x, without cancellation.
  public func upperTail(at x: Double) -> Double {
    0.5 * erfc((x - mean) / deviation * 0.5.squareRoot())
  }

  /// The natural logarithm of the probability above x, also where the probability underflows.
  public func logUpperTail(at x: Double) -> Double {
    GSLEntry.prepare()
    let z = (x - mean) / deviation * 0.5.squareRoot()
    return z.isFinite ? gsl_sf_log_erfc(z) - log(2) : log(upperTail(at: x))
  }

  /// The x below which the given probability lies.
  public func quantile(_ probability: Double) throws(NumericsError) -> Double {
    try Quantile.check(probability, of: "normal")
    GSLEntry.prepare()
    return mean + deviation * gsl_cdf_ugaussian_Pinv(probability)
  }

  /// The x above which the given probability lies.
  public func upperQuantile(_ probability: Double) throws(NumericsError) -> Double {
    try Quantile.check(probability, of: "normal")
    GSLEntry.prepare()
    return mean + deviation * gsl_cdf_ugaussian_Qinv(probability)
  }
}
