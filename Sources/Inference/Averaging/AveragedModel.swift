// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The counts of all bins, averaged over uncertainties.
///
/// For given common factors the bins are independent and averaged each for itself. The common
/// factors are summed over: each pair of their values is one scenario.
struct AveragedModel: Sendable {
  /// One value of the common factors.
  struct Scenario: Sendable {
    /// The probability of the scenario.
    let weight: Double

    /// The bins under it.
    let bins: [AveragedBin]
  }

  /// All values of the common factors; their weights add up to one.
  let scenarios: [Scenario]

  /// Joins scenarios that are averaged already.
  init(scenarios: [Scenario]) { self.scenarios = scenarios }

  /// Averages a model.
  /// - Parameters:
  ///   - model: the model.
  ///   - capacities: the largest count that will be asked for in each bin.
  init(_ model: CountingModel, capacities: [Int]) {
    let largest = capacities.reduce(0, +)
    let backgrounds = model.commonBackground.nodes(resolving: largest)
    let efficiencies = model.commonEfficiency.nodes(resolving: largest)
    var scenarios: [Scenario] = []
    for (backgroundFactor, p) in zip(backgrounds.places, backgrounds.weights) {
      let bins = zip(model.bins, capacities).map { bin, capacity in
        AveragedBin(bin, backgroundFactor: backgroundFactor, capacity: capacity)
      }
      for (efficiencyFactor, q) in zip(efficiencies.places, efficiencies.weights) {
        scenarios.append(
          Scenario(weight: p * q, bins: bins.map { $0.scaled(by: efficiencyFactor) }))
      }
    }
    self.scenarios = scenarios
  }

  /// The probability of exactly these counts for a signal strength.
  func probability(of counts: [Int], signal: Double) -> Double {
    var total = 0.0
    for scenario in scenarios {
      var product = scenario.weight
      for (bin, count) in zip(scenario.bins, counts) {
        product *= bin.probability(of: count, signal: signal)
      }
      total += product
    }
    return total
  }

  /// P(N <= n) in the first bin for a signal strength; for models of one bin.
  func cumulative(upTo count: Int, signal: Double) -> Double {
    var total = 0.0
    for scenario in scenarios {
      total += scenario.weight * scenario.bins[0].cumulative(upTo: count, signal: signal)
    }
    return total
  }

  /// The probabilities of 0, 1, ..., n in the first bin; for models of one bin.
  func probabilities(upTo count: Int, signal: Double) -> [Double] {
    var total = [Double](repeating: 0, count: count + 1)
    for scenario in scenarios {
      let part = scenario.bins[0].probabilities(upTo: count, signal: signal)
      total.add(scenario.weight, times: part)
    }
    return total
  }

  /// The probabilities of 0, 1, ..., n events in all bins together without signal.
  func backgroundTotals(upTo count: Int) -> [Double] {
    var total = [Double](repeating: 0, count: count + 1)
    for scenario in scenarios {
      var sum = scenario.bins[0].background
      for bin in scenario.bins.dropFirst() { sum = sum.convolved(with: bin.background) }
      for j in total.indices { total[j] += scenario.weight * sum[j] }
    }
    return total
  }
}
