// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// P(L <= L_obs): the probability of all outcomes no more probable than the data.
///
/// The outcomes are the counts of all bins under background alone, their probabilities averaged
/// over the uncertainties; a common factor correlates the bins. Outcomes whose probabilities agree
/// to 1e-9 are ties and count. For several bins the more probable outcomes are summed and
/// subtracted from one, so that values below 1e-12 are rounding.
package enum LikelihoodTest {
  /// Two probabilities closer than this fraction are a tie.
  static let tie = 1e-9

  /// Computes the p-value of a model and its counts.
  package static func pValue(of model: CountingModel) throws(InferenceError) -> PValue {
    let capacities = model.bins.map {
      max($0.observed, model.practicallyLargestCount(in: $0, signal: 0))
    }
    let averaged = AveragedModel(model, capacities: capacities)
    let counts = model.bins.map(\.observed)
    let observed = averaged.probability(of: counts, signal: 0)
    let value: Double
    if counts.count == 1 {
      let table = averaged.probabilities(upTo: capacities[0], signal: 0)
      value = table.filter { $0 <= observed * (1 + tie) }.sorted().reduce(0, +)
    } else {
      value = 1 - (try LikelierOutcomes(averaged, than: observed * (1 + tie)).probability())
    }
    return try PValue(
      min(1, max(0, value)), test: "P(L <= L_obs)",
      notes: [
        counts.count > 1 ? "product of \(counts.count) bins" : nil, model.averagingNote,
      ])
  }
}

/// The sum over all outcomes of several bins that are more probable than a threshold.
struct LikelierOutcomes {
  private let scenarios: [AveragedModel.Scenario]
  private let threshold: Double

  /// For each bin the counts whose own probability exceeds the threshold: no outcome is more
  /// probable than any of its counts.
  private let ranges: [Range<Int>]

  init(_ averaged: AveragedModel, than threshold: Double) throws(InferenceError) {
    scenarios = averaged.scenarios
    self.threshold = threshold
    var ranges: [Range<Int>] = []
    for bin in averaged.scenarios[0].bins.indices {
      let probable = averaged.scenarios[0].bins[bin].background.indices.filter { count in
        let sum = averaged.scenarios.reduce(0.0) { $0 + $1.weight * $1.bins[bin].background[count] }
        return sum > threshold
      }
      ranges.append((probable.first ?? 0)..<((probable.last ?? -1) + 1))
    }
    self.ranges = ranges
    let outcomes = ranges.reduce(Double(scenarios.count)) { $0 * Double($1.count) }
    guard outcomes < 1e8 else {
      throw InferenceError(
        .tooLarge, "no exact sum over the outcomes of \(ranges.count) bins",
        because: "\(outcomes.formatted(significant: 2)) of them are more probable than the data",
        suggestion: "merge bins, or test the sum of their counts")
    }
  }

  func probability() -> Double {
    sum(from: 0, products: scenarios.map(\.weight))
  }

  /// The sum over the bins from one on; `products` holds each scenario's factor so far.
  private func sum(from bin: Int, products: [Double]) -> Double {
    guard bin < ranges.count else {
      let probability = products.reduce(0, +)
      return probability > threshold ? probability : 0
    }
    var total = 0.0
    var next = products
    for count in ranges[bin] {
      for index in next.indices {
        next[index] = products[index] * scenarios[index].bins[bin].background[count]
      }
      total += sum(from: bin + 1, products: next)
    }
    return total
  }
}
