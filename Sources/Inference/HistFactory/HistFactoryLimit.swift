// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Quantities

/// The upper limit CLs on the signal strength of a model, observed and expected.
package struct HistFactoryLimit: Hashable, Sendable {
  /// The name of the method.
  package let method: String

  /// The confidence level.
  package let confidenceLevel: ConfidenceLevel

  /// The limit of the data.
  package let observed: Double

  /// The limits of data of background alone at -2, -1, 0, 1 and 2 standard deviations.
  package let expected: [Double]

  /// What the numbers mean.
  package let notes: [String]

  /// Why the numbers should not be trusted; empty if all is well.
  package let warnings: [String]
}

extension AsymptoticTester {
  /// Finds the signal strength that CLs excludes.
  ///
  /// Observed and expected limits are good to 1e-9 of themselves.
  package func upperLimit(
    at level: ConfidenceLevel = .ninety
  ) throws(InferenceError) -> HistFactoryLimit {
    let guess = startingSignal
    let observed = try signalWhere(startingAt: bestSignal + guess) { strength in
      let ratio = strength > bestSignal ? try test(strength).ratio : 1
      return log(max(ratio, .leastNormalMagnitude) / level.remainder)
    }
    // The bands ask for given values of the root of q~, nearly a straight line in the strength.
    var expected: [Double] = []
    for band in SignalTest.bands {
      let root = try rootExcluded(at: level, deviations: band)
      expected.append(
        try signalWhere(startingAt: 0.5 * root * guess) { strength in
          root - (strength > 0 ? try expectedStatistic(strength).squareRoot() : 0)
        })
    }
    return HistFactoryLimit(
      method: "cls-asymptotic", confidenceLevel: level, observed: observed, expected: expected,
      notes: [
        "profile likelihood ratio q~, large-sample formulas",
        "expected for background fitted to the data, at -2, -1, 0, 1, 2 standard deviations",
      ], warnings: warnings)
  }

  /// About two standard deviations of the signal strength.
  private var startingSignal: Double {
    guard let expectedError, expectedError > 0, expectedError.isFinite else { return 1 }
    return 2 * expectedError
  }

  /// The root of q~ of expected data at which data of so many deviations are just excluded.
  private func rootExcluded(
    at level: ConfidenceLevel, deviations: Double
  ) throws(InferenceError) -> Double {
    do {
      let normal = NormalDistribution()
      return deviations
        + (try normal.upperQuantile(level.remainder * normal.upperTail(at: -deviations)))
    } catch {
      throw InferenceError(.noConvergence, "no expected limit", because: "\(error)")
    }
  }

  /// Finds where a falling function crosses zero, above a strength of zero.
  private func signalWhere(
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

  private var warnings: [String] {
    var warnings: [String] = []
    let bins = model.bins.indices.filter { model.bins[$0].parameters.contains(signal) }
    let means = model.expectedCounts(at: background.values)
    let seen = bins.reduce(0) { $0 + model.counts[$1] }
    let expected = bins.reduce(0) { $0 + means[$1] }
    if min(seen, expected) < AsymptoticCLsLimit.fewestEvents {
      warnings.append(
        "the large-sample formulas do not hold: \(seen.formatted(significant: 4)) events seen, "
          + "\(expected.formatted(significant: 4)) expected where the signal is, at least "
          + "\(Int(AsymptoticCLsLimit.fewestEvents)) of each wanted; without events the limit is "
          + "30% too low at 90%")
    }
    let parameter = model.parameters[signal]
    if bestSignal >= parameter.upper {
      warnings.append(
        "the best signal strength is at its upper bound \(parameter.upper): widen the bounds")
    }
    return warnings
  }
}
