// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What has been filled into one bin: the sum of weights and of their squares.
public struct BinContent: Hashable, Sendable {
  /// The sum of weights w.
  public internal(set) var weights = CompensatedSum()

  /// The sum of w^2.
  public internal(set) var squaredWeights = 0.0

  /// The sum of weights.
  public var value: Double { weights.value }

  /// The standard deviation of the sum of weights, sqrt(sum w^2).
  ///
  /// It is the square root of the count for unit weights.
  /// - Source: Barlow1989statistics, chapter 4 (variance of a sum of independent terms)
  public var error: Double { squaredWeights.squareRoot() }

  @inline(__always)
  mutating func add(_ weight: Double) {
    weights.add(weight)
    squaredWeights += weight * weight
  }

  mutating func add(_ other: BinContent) {
    weights.add(other.weights)
    squaredWeights += other.squaredWeights
  }

  mutating func scale(by factor: Double) {
    weights.scale(by: factor)
    squaredWeights *= factor * factor
  }
}
