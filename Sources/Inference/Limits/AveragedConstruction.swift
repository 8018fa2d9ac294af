// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The unified construction with probabilities that are averaged over uncertainties.
///
/// The ordering is P(n | s) / P(n | max(0, (n - b)/e)) with averaged probabilities and the central
/// values b and e in the denominator; without uncertainties it is that of Feldman and Cousins. The
/// ends are sought on 60 signals, inwards from either side, and then refined to 1e-10 of
/// themselves; an accepted sliver between two of the 60 is missed. What is left of the probability decides, rather than what is
/// accepted: it keeps its digits where the level is close to one.
///
/// - Source: Conrad:2002kn, averaged probabilities in the construction
struct AveragedConstruction {
  private let averaged: AveragedModel
  private let remainder: Double

  /// The probability of each count for the signal that fits it best.
  private let best: [Double]

  /// The largest signal in question.
  private let largestSignal: Double

  /// The smallest and the largest signal that accept the observed count of a bin.
  static func interval(
    _ model: CountingModel, _ bin: CountingBin, level: ConfidenceLevel
  ) throws(InferenceError) -> (lower: Double, upper: Double) {
    let reach = max(2.3, -log(level.remainder))
    let events = Double(bin.observed)
    let typical =
      max(0, events - bin.background.value) + reach + (2 * reach * events).squareRoot()
    let spread = hypot(bin.efficiency.relativeError, model.commonEfficiency.relativeError)
    var largest = typical / bin.efficiency.value * (1.15 + 3 * spread)
    while true {
      let construction = try AveragedConstruction(
        model, bin, level: level, largestSignal: largest)
      if let interval = construction.interval(observed: bin.observed) { return interval }
      largest *= 2
    }
  }

  /// Prepares the construction for one bin.
  private init(
    _ model: CountingModel, _ bin: CountingBin, level: ConfidenceLevel, largestSignal: Double
  ) throws(InferenceError) {
    remainder = level.remainder
    self.largestSignal = largestSignal
    let capacity = max(
      bin.observed,
      model.practicallyLargestCount(
        in: bin, signal: largestSignal, leaving: min(1e-6, 1e-3 * level.remainder)))
    guard capacity <= 1000 else {
      throw InferenceError(
        .tooLarge, "no unified interval for \(bin.observed) events with uncertainties",
        because: "it would average and order \(capacity) counts for every signal",
        suggestion: "use cls, bayes or profile")
    }
    let averaged = AveragedModel(model, capacities: [capacity])
    self.averaged = averaged
    best = (0...capacity).map { count in
      let signal = max(0, Double(count) - bin.background.value) / bin.efficiency.value
      return averaged.probability(of: [count], signal: signal)
    }
  }

  /// A signal and how far a count is accepted there.
  private typealias Trial = (signal: Double, excess: Double)

  /// The smallest and the largest signal that accept a count; nil if the largest one does.
  private func interval(observed count: Int) -> (lower: Double, upper: Double)? {
    let steps = 60
    /// The first signal that accepts, and the one tried before it.
    func firstAccepted(_ order: some Sequence<Int>) -> (accepted: Trial, rejected: Trial?)? {
      var rejected: Trial?
      for step in order {
        let signal = largestSignal * Double(step) / Double(steps)
        let trial = (signal, excess(count, signal: signal))
        if trial.1 > 0 { return (trial, rejected) }
        rejected = trial
      }
      return nil
    }
    guard let top = firstAccepted((0...steps).reversed()) else { return (0, 0) }
    guard let above = top.rejected else { return nil }
    let upper = edge(count, accepted: top.accepted, rejected: above)
    guard let bottom = firstAccepted(0...steps), let below = bottom.rejected else {
      return (0, upper)
    }
    return (edge(count, accepted: bottom.accepted, rejected: below), upper)
  }

  /// ``excess(_:of:)`` for a signal.
  private func excess(_ count: Int, signal: Double) -> Double {
    excess(count, of: averaged.probabilities(upTo: best.count - 1, signal: signal))
  }

  /// The logarithm of what the counts that do not rank before this one have over 1 - cl; above zero
  /// where the count is accepted.
  private func excess(_ count: Int, of probabilities: [Double]) -> Double {
    let rank = probabilities[count] * (1 + 1e-12) / best[count]
    var sum = 0.0
    for (probability, best) in zip(probabilities, best) where probability <= rank * best {
      sum += probability
    }
    return log(max(sum, .leastNormalMagnitude) / remainder)
  }

  /// The last accepted signal: secants that bisect every third time, for the excess has leaps.
  private func edge(_ count: Int, accepted: Trial, rejected: Trial) -> Double {
    let between = InterpolatedProbabilities(from: accepted.signal, to: rejected.signal) {
      averaged.probabilities(upTo: best.count - 1, signal: $0)
    }
    var (good, bad) = (accepted, rejected)
    for step in 0..<100 {
      let width = bad.signal - good.signal
      guard abs(width) > 1e-10 * max(good.signal, bad.signal) else { break }
      var fraction = 0.5
      if step % 3 != 2 {
        // Aim a little to one side of the root and then to the other, so that both ends close in.
        let aim = good.excess / (good.excess - bad.excess) + (step % 3 == 0 ? 1e-4 : -1e-4)
        fraction = min(0.999, max(0.001, aim))
      }
      let middle = good.signal + fraction * width
      let value = excess(count, of: between(middle))
      if value > 0 { good = (middle, value) } else { bad = (middle, value) }
    }
    return good.signal
  }
}
