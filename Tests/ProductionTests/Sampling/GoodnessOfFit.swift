// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics

/// How well numbers follow a distribution, as probabilities of a worse agreement by chance.
enum GoodnessOfFit {
  /// The least probability that passes: one in ten million for each of some hundred tests.
  static let bound = 1e-7

  /// The probability of a larger distance between empirical and given distribution function.
  ///
  /// Kolmogorov's series with Stephens' correction for a finite number of draws.
  static func kolmogorovSmirnov(_ probabilities: [Double]) -> Double {
    let n = Double(probabilities.count)
    var distance = 0.0
    for (index, probability) in probabilities.sorted().enumerated() {
      distance = max(
        distance, Double(index + 1) / n - probability, probability - Double(index) / n)
    }
    let scaled = (n.squareRoot() + 0.12 + 0.11 / n.squareRoot()) * distance
    guard scaled > 0.2 else { return 1 }
    var sum = 0.0
    for k in 1...100 {
      let order = Double(k)
      sum += (k % 2 == 1 ? 2 : -2) * exp(-2 * order * order * scaled * scaled)
    }
    return min(max(sum, 0), 1)
  }

  /// The probability of a larger chi-square; bins that expect fewer than ten are taken together.
  static func chiSquare(counts: [Double], probabilities: [Double]) throws -> Double {
    let total = counts.reduce(0, +)
    var bins: [(count: Double, expected: Double)] = []
    var rest = (count: 0.0, expected: 0.0)
    for (count, probability) in zip(counts, probabilities) {
      let expected = total * probability
      if expected < 10 {
        rest = (rest.count + count, rest.expected + expected)
      } else {
        bins.append((count, expected))
      }
    }
    if rest.expected > 1 { bins.append(rest) }
    let sum = bins.reduce(0) { $0 + pow($1.count - $1.expected, 2) / $1.expected }
    return try ChiSquareDistribution(degreesOfFreedom: Double(bins.count - 1)).upperTail(at: sum)
  }

  /// Whether probabilities from many seeds are those of a right distribution: none too small, and
  /// themselves even on 0 to 1.
  static func passes(_ probabilities: [Double]) -> Bool {
    probabilities.allSatisfy { $0 > bound } && kolmogorovSmirnov(probabilities) > 1e-6
  }
}
