// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// Toy experiments for the statistic q~ of upper limits.
///
/// Each toy draws the counts and every auxiliary measurement anew, with nuisance parameters at the
/// values that fit the data best under the hypothesis that makes the toy. Its q~ is compared with
/// that of the data within a tolerance, for exact ties are common when counts are low: without
/// events q~ = 2 s e whatever the auxiliary measurements, and rounding would decide.
///
/// Toy number i has a random stream of its own, so that any split of the numbers gives the same
/// tally.
package struct ProfileToys: Sendable {
  /// What makes the toys.
  package enum Hypothesis: String, Hashable, Sendable {
    /// The tested signal and background.
    case signalAndBackground = "toys of signal and background"
    /// Background alone.
    case backgroundAlone = "toys of background alone"
  }

  /// Below this difference two values of the statistic are a tie.
  static let tie = 1e-6

  private let likelihood: ProfileLikelihood
  private let signal: Double
  private let seed: UInt64
  private let withSignal: NuisanceValues
  private let withoutSignal: NuisanceValues

  /// The statistic of the data.
  package let observedStatistic: Double

  /// Prepares toys.
  /// - Parameters:
  ///   - model: the model and its counts.
  ///   - signal: the tested signal strength, zero or above.
  ///   - seed: the seed of the run.
  /// - Throws: ``InferenceError`` where the signal is no strength.
  package init(_ model: CountingModel, signal: Double, seed: UInt64) throws(InferenceError) {
    guard signal >= 0, signal.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid signal=\(signal)", because: "must be finite, zero or above")
    }
    likelihood = ProfileLikelihood(model.seeingSignal)
    self.signal = signal
    self.seed = seed
    withSignal = likelihood.conditionalFit(signal: signal)
    withoutSignal = likelihood.conditionalFit(signal: 0)
    observedStatistic = likelihood.upperStatistic(signal: signal)
  }

  /// Makes toys.
  /// - Parameters:
  ///   - toys: their numbers.
  ///   - hypothesis: what makes them.
  /// - Returns: how many have a statistic as large as that of the data.
  package func tally(_ toys: Range<Int>, of hypothesis: Hypothesis) -> ToyTally {
    var result = ToyTally()
    let strength = hypothesis == .signalAndBackground ? signal : 0
    let truth = hypothesis == .signalAndBackground ? withSignal : withoutSignal
    for toy in toys {
      var stream = RandomStream(seed: seed, name: hypothesis.rawValue, event: toy)
      let drawn = likelihood.fluctuated(signal: strength, at: truth, &stream)
      result.add(
        isExtreme: drawn.upperStatistic(signal: signal) >= observedStatistic - Self.tie)
    }
    return result
  }
}

extension ProfileLikelihood {
  /// Counts and auxiliary measurements drawn for given parameters.
  fileprivate func fluctuated(
    signal: Double, at truth: NuisanceValues, _ stream: inout RandomStream
  ) -> ProfileLikelihood {
    var toy = self
    for bin in counts.indices {
      toy.counts[bin] = Double(
        stream.poisson(mean: expected(in: bin, signal: signal, at: truth)))
      toy.backgrounds[bin].fluctuate(about: truth.backgrounds[bin], &stream)
      toy.efficiencies[bin].fluctuate(about: truth.efficiencies[bin], &stream)
    }
    toy.commonBackground.fluctuate(about: truth.commonBackground, &stream)
    toy.commonEfficiency.fluctuate(about: truth.commonEfficiency, &stream)
    return toy
  }
}

extension Constraint {
  /// Draws the auxiliary measurement for a true value.
  fileprivate mutating func fluctuate(about truth: Double, _ stream: inout RandomStream) {
    switch shape {
    case nil: break
    case .gauss: measured = truth + stream.normal() / precision.squareRoot()
    case .gamma: measured = Double(stream.poisson(mean: precision * truth))
    case .logNormal: measured = log(truth) + stream.normal() / precision.squareRoot()
    }
  }
}
