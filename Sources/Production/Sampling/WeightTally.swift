// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Adds up the weights of events, for one hypothesis.
package struct WeightTally: Hashable, Sendable {
  private var count = 0.0
  private var sum = 0.0
  private var squares = 0.0

  /// Starts with nothing.
  package init() {}

  /// Adds the weight of an event.
  package mutating func add(_ weight: Double) {
    count += 1
    sum += weight
    squares += weight * weight
  }

  /// Adds what another tally has counted.
  package mutating func merge(_ other: WeightTally) {
    count += other.count
    sum += other.sum
    squares += other.squares
  }

  /// The mean of the weights.
  package var mean: Double { sum / count }

  /// The standard error of the mean.
  package var error: Double {
    let variance = max(0, squares / count - mean * mean)
    return (variance / max(1, count - 1)).squareRoot()
  }

  /// How many events of weight 1 tell as much, (sum w)^2 / sum of w^2; 0 before the first.
  ///
  /// - Source: Kish1965survey, section 11.7
  package var effectiveCount: Double { squares > 0 ? sum * sum / squares : 0 }
}
