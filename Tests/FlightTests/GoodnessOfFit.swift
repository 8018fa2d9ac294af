// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics

/// How well numbers follow a distribution, as probabilities of a worse agreement by chance.
enum GoodnessOfFit {
  /// The least probability that passes; seeds are fixed, so a pass stays a pass.
  static let bound = 1e-4

  /// The probability of a larger distance between empirical and given distribution function.
  ///
  /// Kolmogorov's series with Stephens' correction for a finite number of draws.
  static func kolmogorovSmirnov(_ numbers: [Double], _ cumulative: (Double) -> Double) -> Double {
    let n = Double(numbers.count)
    var distance = 0.0
    for (index, x) in numbers.sorted().enumerated() {
      let probability = cumulative(x)
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

  /// The probability of a larger chi-square for counts of given probabilities.
  static func chiSquare(counts: [Int], probabilities: [Double]) throws -> Double {
    let total = Double(counts.reduce(0, +))
    let norm = probabilities.reduce(0, +)
    var sum = 0.0
    for (count, probability) in zip(counts, probabilities) {
      let expected = total * probability / norm
      sum += (Double(count) - expected) * (Double(count) - expected) / expected
    }
    return try GammaFunction.upperIncomplete(0.5 * Double(counts.count - 1), 0.5 * sum).value
  }

  /// Whether probabilities from many seeds are those of a right distribution: none too small, and
  /// themselves even on 0 to 1.
  static func passes(_ probabilities: [Double]) -> Bool {
    probabilities.allSatisfy { $0 > bound }
      && (probabilities.count < 10 || kolmogorovSmirnov(probabilities) { $0 } > 1e-3)
  }
}

/// A deviation in relative terms; 0 for two equal numbers, 0 among them.
func relative(_ value: Double, _ expected: Double) -> Double {
  value == expected ? 0 : abs(value / expected - 1)
}
