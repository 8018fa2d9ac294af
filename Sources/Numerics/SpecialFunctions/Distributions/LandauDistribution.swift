// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL
import Glibc

/// Landau's distribution of the loss in thin layers, cut off where the mean has a given value.
///
///     p(lambda) = 1/pi Integral_0^infinity exp(-t ln t - lambda t) sin(pi t) dt
///
/// The peak is at lambda = -0.22278, the full width at half maximum is 4.018; the tail falls as
/// 1 / lambda^2, so that no mean exists without a cutoff.
/// - Source: Landau:1944if, equations 14 to 17
public struct LandauDistribution: Sendable {
  /// Where the density is largest.
  public static let peak = -0.222_782_98

  /// The full width at half maximum.
  public static let fullWidth = 4.018_65

  /// The largest lambda that is drawn.
  public let cutoff: Double

  /// The mean up to the cutoff.
  public let mean: Double

  private let table: TabulatedDistribution

  /// The density at lambda, to 1e-7 of its largest value.
  public static func density(at lambda: Double) -> Double { gsl_ran_landau_pdf(lambda) }

  /// Makes the distribution whose cutoff gives it a mean.
  ///
  /// - Parameter wanted: the mean, between 0.7 and 40; what lies beyond is taken as the nearest of them.
  /// - Throws: ``DistributionError``, which no mean leads to.
  public init(mean wanted: Double) throws(DistributionError) {
    var knots: [Double] = []
    var values: [Double] = []
    var weight = 0.0
    var first = 0.0
    var lambda = -4.0
    let wanted = min(max(wanted, 0.7), 40)
    // Steps of 0.02 about the peak, of 1% in the tail.
    while true {
      let density = Self.density(at: lambda)
      if let last = knots.last, let before = values.last {
        let step = lambda - last
        let area = 0.5 * step * (before + density)
        // The mean of a trapezium.
        let middle = last + step * (before + 2 * density) / (3 * (before + density))
        if before + density > 0 {
          weight += area
          first += area * middle
        }
      }
      knots.append(lambda)
      values.append(density)
      if lambda > 4, first >= wanted * weight { break }
      lambda += max(0.02, 0.01 * lambda)
    }
    cutoff = lambda
    mean = first / weight
    table = try TabulatedDistribution(knots: knots, values: values)
  }

  /// Draws lambda with one word of the stream.
  public func draw(from random: inout RandomStream) -> Double { table.draw(from: &random) }
}
