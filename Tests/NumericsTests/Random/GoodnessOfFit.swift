// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// How well numbers follow a distribution, as probabilities of a worse agreement by chance.
///
/// All tests draw with fixed seeds, so a pass stays a pass. They ask for a probability above
/// `bound`, and for sums over many bins also below 1 - `bound`: an agreement can be too good.
enum GoodnessOfFit {
  /// The least probability that passes; with a few hundred of them in all, chance alone fails one
  /// change of the bits in fifty.
  static let bound = 1e-4

  /// Whether a probability is neither too small nor too near to 1.
  static func passes(_ probability: Double) -> Bool {
    probability > bound && probability < 1 - bound
  }

  /// The probability of a larger chi-square for counts of known expectation.
  ///
  /// `free` is the number of degrees of freedom, one less than bins by default.
  static func chiSquare(counts: [Int], expected: [Double], free: Int? = nil) -> Double {
    var sum = 0.0
    for (count, expected) in zip(counts, expected) {
      let difference = Double(count) - expected
      sum += difference * difference / expected
    }
    let free = free ?? counts.count - 1
    return upperGamma(0.5 * Double(free), 0.5 * sum)
  }

  /// The probability of a larger chi-square for numbers sorted into bins of equal probability.
  static func chiSquare(
    draws: Int, bins: Int, cumulative: (Double) -> Double, draw: () -> Double
  ) -> Double {
    var counts = [Int](repeating: 0, count: bins)
    for _ in 0..<draws {
      counts[min(Int(cumulative(draw()) * Double(bins)), bins - 1)] += 1
    }
    let expected = [Double](repeating: Double(draws) / Double(bins), count: bins)
    return chiSquare(counts: counts, expected: expected)
  }

  /// The probability of a larger distance between empirical and given distribution function.
  ///
  /// Kolmogorov's series with Stephens' correction for a finite number of draws.
  static func kolmogorovSmirnov(_ numbers: [Double], cumulative: (Double) -> Double) -> Double {
    let n = Double(numbers.count)
    var distance = 0.0
    for (index, x) in numbers.sorted().enumerated() {
      let probability = cumulative(x)
      distance = max(distance, Double(index + 1) / n - probability, probability - Double(index) / n)
    }
    let scaled = (n.squareRoot() + 0.12 + 0.11 / n.squareRoot()) * distance
    var sum = 0.0
    for k in 1...100 {
      let order = Double(k)
      sum += (k % 2 == 1 ? 2 : -2) * Foundation.exp(-2 * order * order * scaled * scaled)
    }
    return min(max(sum, 0), 1)
  }

  /// The probability of a Poisson count at least as far from the mean on its side, doubled.
  static func poisson(count: Int, mean: Double) -> Double {
    // P(N >= count) is the lower incomplete gamma function of count and mean.
    let atLeast = count == 0 ? 1 : 1 - upperGamma(Double(count), mean)
    let atMost = upperGamma(Double(count + 1), mean)
    return min(1, 2 * min(atLeast, atMost))
  }

  /// The probability of a larger deviation, either sign, of a standard normal variable.
  static func normal(_ deviation: Double) -> Double { erfc(abs(deviation) / 2.0.squareRoot()) }

  /// The regularised upper incomplete gamma function Q(a, x): its series below a + 1, else its
  /// continued fraction.
  static func upperGamma(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 1 }
    let factor = Foundation.exp(a * Foundation.log(x) - x - lgamma(a))
    if x < a + 1 {
      var term = 1 / a
      var sum = term
      var k = a
      while term > sum * 1e-16 {
        k += 1
        term *= x / k
        sum += term
      }
      return max(0, 1 - factor * sum)
    }
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var h = d
    for i in 1..<10_000 {
      let an = -Double(i) * (Double(i) - a)
      b += 2
      d = 1 / (an * d + b)
      c = b + an / c
      h *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return factor * h
  }
}
