// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// One bin of so many events that tables of all its counts would take too long.
///
/// Averages P(N <= n | s e + b) and P(N = n | s e + b) over the places of e and b. Most pairs of
/// places lie far from the count and cost nothing.
///
/// - Source: Cousins:1991qz, averaging
struct LargeCount: Sendable {
  /// From this count on tables are left alone.
  static let smallest = 5000

  private let count: Int
  private let backgrounds: WeightedNodes
  private let efficiencies: WeightedNodes
  private let width: Double

  /// Prepares the averages of a model of one bin; nil if it has several, or few events.
  init?(_ model: CountingModel) {
    guard model.bins.count == 1, let bin = model.bins.first, bin.observed >= Self.smallest
    else { return nil }
    count = bin.observed
    width = (Double(count) + 1).squareRoot()
    backgrounds = bin.background.nodes(resolving: count)
      .combined(with: model.commonBackground.nodes(resolving: count))
    // The average over backgrounds is smooth already, so that efficiencies need less resolution.
    let spread = Double(count) + bin.background.error * bin.background.error
    let largest =
      4 * (model.crudeLimit * bin.efficiency.value + 2 * bin.background.error)
    let resolved = min(count, Int(largest * largest / spread) + 4)
    efficiencies = bin.efficiency.nodes(resolving: resolved)
      .combined(with: model.commonEfficiency.nodes(resolving: resolved))
  }

  /// P(N <= n) for a signal strength.
  func cumulative(signal: Double) -> Double {
    let near = cumulative(signal: signal, within: 9)
    // Far tails matter where nothing else is left.
    return near > 1e-10 ? near : cumulative(signal: signal, within: .infinity)
  }

  /// P(N <= n), with means beyond so many standard deviations taken as certain.
  private func cumulative(signal: Double, within deviations: Double) -> Double {
    var total = 0.0
    for (efficiency, p) in zip(efficiencies.places, efficiencies.weights) {
      for (background, q) in zip(backgrounds.places, backgrounds.weights) {
        let mean = signal * efficiency + background
        if mean > Double(count) + deviations * width { break }
        if mean < Double(count) - 9 * width {
          total += p * q
        } else {
          total += p * q * ((try? PoissonDistribution(mean: mean).cumulative(upTo: count)) ?? 0)
        }
      }
    }
    return total
  }

  /// P(N = n) for a signal strength.
  func probability(signal: Double) -> Double {
    var total = 0.0
    for (efficiency, p) in zip(efficiencies.places, efficiencies.weights) {
      for (background, q) in zip(backgrounds.places, backgrounds.weights) {
        let mean = signal * efficiency + background
        if mean > Double(count) + 40 * width { break }
        total += p * q * ((try? PoissonDistribution(mean: mean).probability(of: count)) ?? 0)
      }
    }
    return total
  }
}
