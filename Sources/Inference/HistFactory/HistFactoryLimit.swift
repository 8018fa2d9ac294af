// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

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
    let inversion = AsymptoticInversion(
      level: level, bestSignal: bestSignal, twoDeviations: startingSignal)
    // Each fit starts where the one before it ended, mostly at a strength nearby.
    var start = best.values
    var expectedStart = background.values
    let observed = try inversion.observed { strength in
      SignalTest(
        strength: strength, statistic: try statistic(strength, from: &start),
        expectedStatistic: try expectedStatistic(strength, from: &expectedStart)
      ).ratio
    }
    let expected = try inversion.expected { strength in
      try expectedStatistic(strength, from: &expectedStart)
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

  /// Why large-sample numbers of this model should not be trusted; empty if all is well.
  package var warnings: [String] {
    var warnings: [String] = []
    let events = eventsBesideSignal
    if min(events.seen, events.expected) < AsymptoticCLsLimit.fewestEvents {
      warnings.append(
        "the large-sample formulas do not hold: \(events.seen.formatted(significant: 4)) events "
          + "seen, \(events.expected.formatted(significant: 4)) expected where the signal is, at "
          + "least \(Int(AsymptoticCLsLimit.fewestEvents)) of each wanted; without events the "
          + "limit is 30% too low at 90%")
    }
    let parameter = model.parameters[signal]
    if bestSignal >= parameter.upper {
      warnings.append(
        "the best signal strength is at its upper bound \(parameter.upper): widen the bounds")
    }
    return warnings
  }

  /// The events in the bins that signal reaches: seen, and expected of background alone.
  package var eventsBesideSignal: (seen: Double, expected: Double) {
    let bins = model.bins.indices.filter { model.bins[$0].parameters.contains(signal) }
    let means = model.expectedCounts(at: background.values)
    return (
      bins.reduce(0) { $0 + model.counts[$1] }, bins.reduce(0) { $0 + means[$1] }
    )
  }
}
