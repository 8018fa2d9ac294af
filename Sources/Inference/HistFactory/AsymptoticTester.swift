// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Quantities

/// Tests signal strengths of a model with the large-sample distribution of q~.
///
/// q~ is -2 ln of the likelihood ratio of a signal strength to the best one, which is zero or
/// above, and zero if the best one is larger. Expected data are those of background alone at the
/// nuisance parameters that fit the observed data best.
///
/// The formulas want many events; below ten see ``HistFactoryLimit/warnings``.
///
/// - Source: Cowan:2010js, equations 16 and 62 to 66, section 4.3
package struct AsymptoticTester: Sendable {
  /// The model.
  package let model: HistFactoryModel

  /// The best fit with a signal of zero or above.
  package let best: HistFactoryFit

  /// The fit of background alone.
  package let background: HistFactoryFit

  /// The number of the signal strength.
  let signal: Int

  private let likelihood: HistFactoryLikelihood
  private let expectedLikelihood: HistFactoryLikelihood
  private let bestExpected: Double

  /// The standard deviation of the signal strength for expected data; nil if there is none.
  let expectedError: Double?

  /// Fits the data with and without signal.
  package init(_ model: HistFactoryModel) throws(InferenceError) {
    guard let signal = model.signal else { throw HistFactoryModel.noSignal }
    guard model.parameters[signal].upper > 0, !model.parameters[signal].isFixed else {
      throw InferenceError(
        .notApplicable, "the signal strength cannot be above zero",
        because: "it is fixed, or its upper bound is not above zero")
    }
    var likelihood = HistFactoryLikelihood(model)
    var best = try model.fit(&likelihood, signal: nil, from: model.start, lowestSignal: 0)
    let background = try model.fit(&likelihood, signal: 0, from: best.values)
    if background.twiceNegativeLogLikelihood < best.twiceNegativeLogLikelihood {
      best = try model.fit(&likelihood, signal: nil, from: background.values, lowestSignal: 0)
    }
    guard !best.isImpossible else {
      throw InferenceError(
        .notApplicable, "the likelihood of the data is zero",
        because: "a bin with events expects none at the initial values of the parameters",
        suggestion: "give the bin some background, or other initial values")
    }
    let counts = model.expectedCounts(at: background.values)
    guard counts.allSatisfy({ $0 >= 0 }) else {
      throw InferenceError(
        .notApplicable, "a bin expects fewer than zero events",
        because: "systematics lower it below zero in the fit of background alone",
        suggestion: "merge the bin with a neighbour, or describe the systematic by normsys")
    }
    let constraints = zip(model.constraints, background.values).map { $0?.expecting($1) }
    var expected = HistFactoryLikelihood(model, counts: counts, constraints: constraints)
    let bestExpected = try model.fit(
      &expected, signal: nil, from: background.values, lowestSignal: 0)
    self.model = model
    self.signal = signal
    self.best = best
    self.background = background
    self.likelihood = likelihood
    expectedLikelihood = expected
    self.bestExpected = bestExpected.twiceNegativeLogLikelihood
    var expansion = LocalExpansion(count: model.parameters.count)
    expected.expand(at: background.values, into: &expansion)
    var system = NewtonSystem(count: model.parameters.count)
    let free = model.parameters.indices.filter { index in
      let parameter = model.parameters[index]
      let isInside =
        background.values[index] > parameter.lower && background.values[index] < parameter.upper
      return index == signal || (!parameter.isFixed && isInside)
    }
    let variances = system.variances(expansion, free: free)
    expectedError = free.firstIndex(of: signal).flatMap { variances?[$0].squareRoot() }
  }

  /// The best signal strength, zero or above.
  package var bestSignal: Double { best.values[signal] }

  /// The standard deviation of the best signal strength from the second derivatives; zero where it
  /// ends at a bound.
  package var bestSignalError: Double { best.errors[signal] }

  /// q~ of the data for a signal strength.
  package func statistic(_ strength: Double) throws(InferenceError) -> Double {
    var start = best.values
    return try statistic(strength, from: &start)
  }

  /// q~ of the expected data for a signal strength.
  package func expectedStatistic(_ strength: Double) throws(InferenceError) -> Double {
    var start = background.values
    return try expectedStatistic(strength, from: &start)
  }

  /// q~ of the data, from a point that is near the fit; where it ends is a start for the next one.
  func statistic(_ strength: Double, from start: inout [Double]) throws(InferenceError) -> Double {
    guard strength > bestSignal else { return 0 }
    var likelihood = likelihood
    let fit = try model.fit(&likelihood, signal: strength, from: start)
    start = fit.values
    return max(0, fit.twiceNegativeLogLikelihood - best.twiceNegativeLogLikelihood)
  }

  /// The same for the expected data.
  func expectedStatistic(
    _ strength: Double, from start: inout [Double]
  ) throws(InferenceError) -> Double {
    var likelihood = expectedLikelihood
    let fit = try model.fit(&likelihood, signal: strength, from: start)
    start = fit.values
    return max(0, fit.twiceNegativeLogLikelihood - bestExpected)
  }

  /// Tests a signal strength of zero or above.
  package func test(_ strength: Double) throws(InferenceError) -> SignalTest {
    guard strength >= 0, strength.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid signal strength=\(strength)",
        because: "must be finite, zero or above")
    }
    return SignalTest(
      strength: strength, statistic: try statistic(strength),
      expectedStatistic: try expectedStatistic(strength))
  }

  /// The p-value of background alone, from q0: -2 ln of the likelihood ratio of no signal to the
  /// best signal.
  ///
  /// - Source: Cowan:2010js, equations 12 and 52
  package func discovery() throws(InferenceError) -> PValue {
    let ratio = background.twiceNegativeLogLikelihood - best.twiceNegativeLogLikelihood
    let statistic = bestSignal > 0 ? max(0, ratio) : 0
    return try PValue(
      NormalDistribution().upperTail(at: statistic.squareRoot()), test: "q0, asymptotic",
      notes: ["best signal strength \(bestSignal.formatted(significant: 6)), zero or above"])
  }
}
