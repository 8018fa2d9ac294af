// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How often the intervals of a method hold the true signal, summed exactly over the counts.
///
/// Where the model has uncertainties the counts are averaged over them, so the coverage is that of
/// an ensemble in which background and efficiency vary as described.
package struct Coverage: Sendable {
  /// The name of the method.
  package let method: String

  /// The confidence level the method claims.
  package let confidenceLevel: ConfidenceLevel

  /// The largest signal strength that can be asked for.
  package let largestSignal: Double

  private let averaged: AveragedModel
  private let intervals: [SignalInterval]

  /// Computes the interval of every count that matters; the observed count does not.
  /// - Parameters:
  ///   - method: the method.
  ///   - model: one bin.
  ///   - level: the confidence level.
  ///   - largestSignal: the largest signal strength that will be asked for.
  ///   - advance: called after each of the ``intervals(for:upTo:)``.
  /// - Throws: ``InferenceError`` where an input is not sound.
  package init(
    of method: some LimitMethod, for model: CountingModel,
    at level: ConfidenceLevel = .ninety, upTo largestSignal: Double,
    advance: () -> Void = {}
  ) throws(InferenceError) {
    guard model.bins.count == 1 else {
      throw InferenceError(
        .notApplicable, "no coverage for \(model.bins.count) bins",
        because: "the sum runs over the counts of one", suggestion: "add the bins up")
    }
    guard largestSignal >= 0, largestSignal.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid largest signal=\(largestSignal)",
        because: "must be finite, zero or above")
    }
    let largest = Self.intervals(for: model, upTo: largestSignal) - 1
    var intervals: [SignalInterval] = []
    for count in 0...largest {
      intervals.append(try method.interval(for: model.observing([count]), at: level))
      advance()
    }
    self.method = method.name
    confidenceLevel = level
    self.largestSignal = largestSignal
    self.intervals = intervals
    averaged = AveragedModel(model, capacities: [largest])
  }

  /// How many intervals a method will be asked for, those of all counts that matter.
  package static func intervals(for model: CountingModel, upTo largestSignal: Double) -> Int {
    1 + model.practicallyLargestCount(in: model.bins[0], signal: largestSignal)
  }

  /// The probability that the interval holds a true signal strength, ends included.
  /// - Parameter signal: the strength, from zero to `largestSignal`.
  /// - Returns: the coverage.
  /// - Throws: ``InferenceError`` outside that range.
  package func probability(signal: Double) throws(InferenceError) -> Double {
    guard signal >= 0, signal <= largestSignal else {
      throw InferenceError(
        .invalidInput, "invalid signal=\(signal)",
        because: "the counts were prepared for 0 to \(largestSignal)")
    }
    let probabilities = averaged.probabilities(upTo: intervals.count - 1, signal: signal)
    let slack = 1e-10 * (1 + signal)
    var sum = 0.0
    for (interval, probability) in zip(intervals, probabilities)
    where interval.lower - slack <= signal && signal <= interval.upper + slack {
      sum += probability
    }
    return sum
  }
}
