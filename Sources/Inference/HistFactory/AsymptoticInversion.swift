// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Quantities

/// Turns tests of signal strengths into upper limits CLs, by root search.
struct AsymptoticInversion {
  /// The confidence level.
  let level: ConfidenceLevel

  /// The best signal strength, below which nothing is excluded.
  let bestSignal: Double

  /// About two standard deviations of the signal strength, above zero.
  let twoDeviations: Double

  /// The strength at which CLs of the data falls to 1 - cl, good to 1e-10 of itself.
  func observed(ratio: (Double) throws -> Double) throws(InferenceError) -> Double {
    try crossing(startingAt: bestSignal + twoDeviations) { strength in
      let ratio = strength > bestSignal ? try ratio(strength) : 1
      return log(max(ratio, .leastNormalMagnitude) / level.remainder)
    }
  }

  /// The same for data of background alone, at each of ``SignalTest/bands``.
  ///
  /// Each band asks for a value of the root of q~, which is nearly a straight line in the strength.
  func expected(statistic: (Double) throws -> Double) throws(InferenceError) -> [Double] {
    var limits: [Double] = []
    for band in SignalTest.bands {
      let root = try rootExcluded(deviations: band)
      limits.append(
        try crossing(startingAt: 0.5 * root * twoDeviations) { strength in
          root - (strength > 0 ? try statistic(strength).squareRoot() : 0)
        })
    }
    return limits
  }

  /// The root of q~ of expected data at which data of so many deviations are just excluded.
  private func rootExcluded(deviations: Double) throws(InferenceError) -> Double {
    let normal = NormalDistribution()
    do {
      let tail = level.remainder * normal.upperTail(at: -deviations)
      return deviations + (try normal.upperQuantile(tail))
    } catch {
      throw InferenceError(.noConvergence, "no expected limit", because: "\(error)")
    }
  }

  /// Finds where a falling function crosses zero, above a strength of zero.
  private func crossing(
    startingAt guess: Double, _ excess: (Double) throws -> Double
  ) throws(InferenceError) -> Double {
    do {
      var (lower, upper) = (0.0, guess)
      while try excess(upper) > 0 {
        (lower, upper) = (upper, 2 * upper)
        guard upper < 1e12 * guess else {
          throw InferenceError(
            .noConvergence, "no upper limit below \(upper.formatted(significant: 3))",
            because: "the likelihood does not fall with the signal strength",
            suggestion: "check that a sample carries the signal strength")
        }
      }
      return try findRoot(from: lower, to: upper, relativeError: 1e-10, excess).value
    } catch let error as InferenceError {
      throw error
    } catch {
      throw InferenceError(.noConvergence, "no limit found", because: "\(error)")
    }
  }
}
