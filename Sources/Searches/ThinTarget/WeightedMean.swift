// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// The mean of a number over weighted events, wherever the number lies.
///
///     mean = sum w x / sum w,  error^2 = sum w^2 (x - mean)^2 / (sum w)^2
///
/// - Source: Barlow1989statistics, chapter 4 (variance of a sum of independent terms)
package struct WeightedMean: Hashable, Sendable {
  /// The sum of weights.
  package private(set) var weights = CompensatedSum()
  /// The sum of their squares.
  package private(set) var squares = CompensatedSum()
  private var first = CompensatedSum()
  private var firstOfSquares = CompensatedSum()
  private var secondOfSquares = CompensatedSum()

  /// Begins with nothing.
  package init() {}

  /// Adds an event.
  package mutating func add(_ x: Double, weight: Double) {
    let square = weight * weight
    weights.add(weight)
    squares.add(square)
    first.add(weight * x)
    firstOfSquares.add(square * x)
    secondOfSquares.add(square * x * x)
  }

  /// Adds what another mean was made of.
  package mutating func merge(_ other: WeightedMean) {
    weights.add(other.weights)
    squares.add(other.squares)
    first.add(other.first)
    firstOfSquares.add(other.firstOfSquares)
    secondOfSquares.add(other.secondOfSquares)
  }

  /// The mean with its statistical error; nil for a sum of weights of zero.
  package var estimate: Estimate? {
    let sum = weights.value
    guard sum != 0 else { return nil }
    let mean = first.value / sum
    let scatter =
      secondOfSquares.value - 2 * mean * firstOfSquares.value + mean * mean * squares.value
    return Estimate(value: mean, error: max(0, scatter).squareRoot() / sum)
  }
}
