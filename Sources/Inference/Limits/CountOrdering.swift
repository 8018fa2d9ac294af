// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// Orders the outcomes of one or several bins by how signal-like they are, with exact sums.
///
/// For one bin that is the count. For several bins it is the weighted count Q = sum w_i n_i with
///
///     w_i = ln(1 + r e_i / b_i)
///
/// the logarithm of the likelihood ratio of signal and background against background alone, at the
/// reference strength r = (2.3 + 1.64 sqrt(sum b)) / sum e, about the limit that is expected. The
/// reference comes from the model alone, so that the ordering depends neither on the data nor on
/// the strength under test, and P(Q <= Q_obs) falls smoothly with s. Weights are rounded to
/// multiples of 1/16 to 1/1024 of the largest one: that defines the statistic, its distribution
/// is then a convolution without further error. Integer ties are exact.
///
/// - Source: Read:2002hq, likelihood ratio of several channels
struct CountOrdering {
  /// How the counts of several bins are weighted.
  enum Weights {
    /// All events alike.
    case equal
    /// By the likelihood ratio.
    case likelihoodRatio
  }

  /// The averaged bins that can see signal.
  private let averaged: AveragedModel

  /// The same for one bin of very many events; nil for others.
  private let large: LargeCount?

  /// The integer weight of each bin.
  private let weights: [Int]

  /// The integer value of the statistic for the observed counts.
  private let observed: Int

  /// A signal strength of the size of the limit.
  private let typicalSignal: Double

  /// Probabilities of several bins below it are left out; zero where events are few.
  private let negligible: Double

  /// What the ordering is, for several bins.
  let note: String?

  /// Prepares the sums for a model.
  init(
    _ model: CountingModel, weighting: Weights = .likelihoodRatio
  ) throws(InferenceError) {
    let sighted = model.seeingSignal
    let bins = sighted.bins
    typicalSignal = sighted.crudeLimit
    large = LargeCount(sighted)
    guard bins.count > 1 else {
      weights = [1]
      observed = sighted.observed
      averaged =
        large == nil ? AveragedModel(sighted, capacities: [observed]) : AveragedModel(scenarios: [])
      negligible = 0
      note = nil
      return
    }
    weights = weighting == .equal ? bins.map { _ in 1 } : Self.ratioWeights(of: sighted)
    observed = zip(weights, bins).reduce(0) { $0 + $1.0 * $1.1.observed }
    let largest = 4 * typicalSignal
    var capacities: [Int] = []
    for (weight, bin) in zip(weights, bins) {
      capacities.append(
        min(observed / weight, sighted.practicallyLargestCount(in: bin, signal: largest)))
    }
    averaged = AveragedModel(sighted, capacities: capacities)
    var steps = Double(observed + 1) * Double(capacities.reduce(0, +) + bins.count)
    negligible = steps > 1e7 ? 1e-40 : 0
    if negligible > 0 {
      // Counts within 13 standard deviations, and their sums, are what is left of them.
      steps = 0
      var variance = 0.0
      for (weight, capacity) in zip(weights, capacities) {
        variance += Double(weight * weight * capacity)
        steps +=
          26 * Double(capacity).squareRoot() * min(26 * variance.squareRoot(), Double(observed))
      }
    }
    guard steps * Double(averaged.scenarios.count) < 3e8 else {
      throw InferenceError(
        .tooLarge, "no exact sum over \(bins.count) bins with \(model.observed) events",
        because: "it has \((steps * Double(averaged.scenarios.count)).formatted(significant: 2)) "
          + "terms for each signal strength",
        suggestion:
          "use cls-likelihood (toys) or cls-asymptotic, or merge bins of like signal to background")
    }
    note =
      weighting == .equal
      ? nil
      : "bins weighted by ln(1 + r e/b) at r=\(sighted.referenceSignal.formatted(significant: 4)), "
        + "summed exactly"
  }

  /// The weights as integers.
  private static func ratioWeights(of model: CountingModel) -> [Int] {
    let ratios = model.bins.map { bin in
      // A bin without any background would outweigh all others by an infinite factor.
      log1p(
        model.referenceSignal * bin.efficiency.value / max(bin.background.value, 1e-6))
    }
    let largest = ratios.max() ?? 1
    let events = zip(ratios, model.bins).reduce(0.0) { $0 + $1.0 / largest * Double($1.1.observed) }
    let resolution = min(1024, max(16, 4096 / max(events, 1)))
    return ratios.map { max(1, Int((resolution * $0 / largest).rounded())) }
  }

  /// P(Q <= Q_obs) for a signal strength.
  func probability(signal: Double) -> Double {
    if let large { return large.cumulative(signal: signal) }
    if weights.count == 1 { return averaged.cumulative(upTo: observed, signal: signal) }
    var total = 0.0
    for scenario in averaged.scenarios {
      total += scenario.weight * probability(in: scenario, signal: signal)
    }
    return total
  }

  /// P(Q <= Q_obs) for given common factors: all bins but the last convolved, the last one summed.
  ///
  /// Where there are many events, counts and sums in far tails are left out.
  private func probability(in scenario: AveragedModel.Scenario, signal: Double) -> Double {
    var distribution = [Double](repeating: 0, count: observed + 1)
    distribution[0] = 1
    var support = 0...0
    for (bin, weight) in zip(scenario.bins, weights).dropLast() {
      let table = bin.probabilities(upTo: bin.background.count - 1, signal: signal)
      guard let first = table.firstIndex(where: { $0 > negligible }),
        let last = table.lastIndex(where: { $0 > negligible }),
        support.lowerBound + weight * first <= observed
      else { return 0 }
      let next =
        support.lowerBound + weight * first...min(observed, support.upperBound + weight * last)
      for value in next.reversed() {
        let least = max(first, (value - support.upperBound + weight - 1) / weight)
        let most = min(last, (value - support.lowerBound) / weight)
        var sum = 0.0
        for count in stride(from: least, through: most, by: 1) {
          sum += distribution[value - weight * count] * table[count]
        }
        distribution[value] = sum
      }
      for value in support where value < next.lowerBound { distribution[value] = 0 }
      support = next
    }
    guard let last = scenario.bins.last, let weight = weights.last else { return 0 }
    var cumulative = last.probabilities(upTo: last.background.count - 1, signal: signal)
    for count in cumulative.indices.dropFirst() { cumulative[count] += cumulative[count - 1] }
    var total = 0.0
    for value in support {
      total +=
        distribution[value] * cumulative[min((observed - value) / weight, cumulative.count - 1)]
    }
    return total
  }

  /// The signal strength at which P(Q <= Q_obs), or its ratio to the one without signal, is small.
  func upperLimit(reaching level: Double, isRatio: Bool) throws(InferenceError) -> Double {
    let norm = isRatio ? probability(signal: 0) : 1
    let least = negligible > 0 ? 1e-25 : 1e-280
    guard norm > least else {
      throw InferenceError(
        .noConvergence, "no ratio of probabilities for the observed counts",
        because: "so few events have a probability below \(least) for background alone",
        suggestion: "check the background")
    }
    return try signalWhere(reaching: level, startingAt: typicalSignal) {
      probability(signal: $0) / norm
    }
  }
}
