// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// The upper limit CLs with the profile likelihood ratio as statistic.
///
///     P(q~ >= q~_obs | s, fitted b(s)) / P(q~ >= q~_obs | 0, fitted b(0)) = 1 - cl
///
/// Auxiliary measurements are drawn anew in each experiment, which makes this limit differ from
/// ``CLsLimit``. One bin whose background is known or has a gamma error is summed exactly, over all
/// counts and auxiliary counts. Other models take numbered toys, the same ones for every strength
/// under test, and give the error of the limit.
///
/// - Source: Read:2002hq, definition of CLs; Cowan:2010js, equation 16 (statistic)
package struct LikelihoodCLsLimit: LimitMethod {
  /// The toys of each hypothesis at each strength.
  package let toys: Int

  /// The seed of the toys.
  package let seed: UInt64

  /// Makes the method.
  /// - Parameters:
  ///   - toys: the toys of each hypothesis at each strength, where toys are needed.
  ///   - seed: their seed.
  package init(toys: Int = 10_000, seed: UInt64 = 1) {
    self.toys = max(toys, 100)
    self.seed = seed
  }

  /// With fewer toys than these beyond the limit, where it lies is chance.
  private static let fewestDecidingToys = 5.0

  package let name = "cls-likelihood"

  package let summary = "upper limit CLs with the profile likelihood ratio as statistic"

  package func interval(
    for model: CountingModel, at level: ConfidenceLevel
  ) throws(InferenceError) -> SignalInterval {
    let model = model.seeingSignal
    let note = "auxiliary measurements drawn anew, nuisance parameters at their fitted values"
    guard let sum = OnOffSum(model) else {
      guard level.remainder * Double(toys) >= Self.fewestDecidingToys else {
        throw InferenceError(
          .notApplicable, "no limit at \(level) from \(toys) toys",
          because: "fewer than \(Int(Self.fewestDecidingToys)) of them would decide it",
          suggestion: "use cls, or a background error of shape gamma, which are summed exactly")
      }
      let (upper, error) = try limitByToys(model, level)
      return SignalInterval(
        method: self, at: level, upper: upper, upperError: error,
        notes: [note, "\(toys) toys of each hypothesis, seed \(seed)"])
    }
    let upper = try signalWhere(
      reaching: level.remainder, startingAt: model.crudeLimit
    ) { $0 > 0 ? sum.ratio(signal: $0) : 1 }
    return SignalInterval(
      method: self, at: level, upper: upper,
      notes: [model.hasUncertainBackground ? note : nil, "summed exactly"])
  }

  /// Steps in the logarithm of CLs until the toys cannot tell the difference any more.
  private func limitByToys(
    _ model: CountingModel, _ level: ConfidenceLevel
  ) throws(InferenceError) -> (limit: Double, error: Double) {
    /// The logarithm of CLs over 1 - cl, and its error.
    func excess(_ signal: Double) throws(InferenceError) -> (value: Double, error: Double) {
      let toys = try ProfileToys(model, signal: signal, seed: seed)
      let both = toys.tally(0..<self.toys, of: .signalAndBackground)
      let background = toys.tally(0..<self.toys, of: .backgroundAlone)
      let ratio = max(both.pValue, both.error) / background.pValue
      let errors = (both.error / max(both.pValue, both.error), background.error / background.pValue)
      return (
        log(ratio / level.remainder),
        (errors.0 * errors.0 + errors.1 * errors.1).squareRoot()
      )
    }
    var low = 0.0
    var atLow = (value: -log(level.remainder), error: 0.0)
    var high = model.crudeLimit
    var atHigh = try excess(high)
    for _ in 0..<30 where atHigh.value > 0 {
      (low, atLow) = (high, atHigh)
      high *= 1.5
      atHigh = try excess(high)
    }
    guard atHigh.value <= 0 else {
      throw InferenceError(
        .noConvergence, "no limit from toys", because: "CLs stays above 1 - cl",
        suggestion: "describe the efficiency by lognormal or gamma, or reduce its error")
    }
    for _ in 0..<12 where high - low > 1e-3 * high {
      let fraction = min(0.9, max(0.1, atLow.value / (atLow.value - atHigh.value)))
      let middle = low + fraction * (high - low)
      let atMiddle = try excess(middle)
      if atMiddle.value > 0 {
        (low, atLow) = (middle, atMiddle)
      } else {
        (high, atHigh) = (middle, atMiddle)
      }
      if abs(atMiddle.value) < 0.2 * atMiddle.error { break }
    }
    let slope = (atLow.value - atHigh.value) / (high - low)
    let limit = low + atLow.value / max(slope, .leastNormalMagnitude)
    // Near the limit ln CLs falls by about one per event; the local slope of toys is noisy.
    let typical = -log(level.remainder) / limit
    return (min(max(limit, low), high), atHigh.error / max(slope, typical))
  }
}
