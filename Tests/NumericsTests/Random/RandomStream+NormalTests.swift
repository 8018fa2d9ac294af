// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Normal draws")
struct RandomStreamNormalTests {
  /// The normal distribution function.
  static func cumulative(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  /// The probability of the chi-square in bins of equal probability.
  static func fit(_ draw: () -> Double) -> Double {
    GoodnessOfFit.chiSquare(draws: 4_000_000, bins: 1000, cumulative: cumulative, draw: draw)
  }

  /// Where each tail has the probabilities 1e-3, 1e-4, 1e-5, 1e-6.
  static let tails = [
    (1e-3, 3.0902323061678133), (1e-4, 3.7190164854556804), (1e-5, 4.2648907939228247),
    (1e-6, 4.7534243088228987),
  ]

  /// The probabilities of the counts in the lower and the upper tails of many draws.
  static func tail(_ draw: () -> Double) -> [Double] {
    let draws = 20_000_000
    var below = [0, 0, 0, 0]
    var above = below
    for _ in 0..<draws {
      let x = draw()
      guard abs(x) > 3 else { continue }
      for (index, tail) in tails.enumerated() {
        if x > tail.1 { above[index] += 1 }
        if x < -tail.1 { below[index] += 1 }
      }
    }
    return tails.indices.flatMap { index in
      [below[index], above[index]].map {
        GoodnessOfFit.poisson(count: $0, mean: tails[index].0 * Double(draws))
      }
    }
  }

  @Test("follow the normal distribution", arguments: [1, 2, 3] as [UInt64])
  func distribution(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "normal")
    #expect(GoodnessOfFit.passes(Self.fit { stream.normal() }))
    let numbers = (0..<200_000).map { _ in stream.normal() }
    let probability = GoodnessOfFit.kolmogorovSmirnov(numbers, cumulative: Self.cumulative)
    #expect(probability > GoodnessOfFit.bound)
  }

  @Test("of sigma 1.01, of a mean off by 0.01, or cut off at 3.5 would be noticed")
  func wrongSamplersFail() {
    var stream = RandomStream(seed: 1, name: "normal")
    #expect(Self.fit { 1.01 * stream.normal() } < GoodnessOfFit.bound)
    #expect(Self.fit { 0.01 + stream.normal() } < GoodnessOfFit.bound)
    // Twelve uniform numbers less six have mean 0 and sigma 1, but the wrong shape.
    #expect(
      Self.fit { (0..<12).reduce(-6) { sum, _ in sum + stream.uniform() } } < GoodnessOfFit.bound)
    let cut = Self.tail { min(max(stream.normal(), -3.5), 3.5) }
    #expect(cut[2] < GoodnessOfFit.bound)
  }

  @Test("have the moments 0, 1, 0, 3, 0, 15, within their statistical errors")
  func moments() {
    var stream = RandomStream(seed: 5, name: "normal")
    let draws = 4_000_000
    var sums = [Double](repeating: 0, count: 6)
    for _ in 0..<draws {
      let x = stream.normal()
      var power = 1.0
      for k in sums.indices {
        power *= x
        sums[k] += power
      }
    }
    // The even moments up to 12: 1, 1, 3, 15, 105, 945, 10395.
    let even = [1.0, 1, 3, 15, 105, 945, 10395]
    for k in 1...6 {
      let moment = k % 2 == 0 ? even[k / 2] : 0
      let error = ((even[k] - moment * moment) / Double(draws)).squareRoot()
      let deviation = (sums[k - 1] / Double(draws) - moment) / error
      #expect(GoodnessOfFit.normal(deviation) > GoodnessOfFit.bound, "moment \(k)")
    }
  }

  @Test("reach both tails as often as they should, to 1e-6")
  func tailFrequencies() {
    var stream = RandomStream(seed: 1, name: "tail")
    for (index, probability) in Self.tail({ stream.normal() }).enumerated() {
      #expect(probability > GoodnessOfFit.bound, "tail \(index)")
    }
  }

  @Test("have the right shape beyond the last layer, at 3.654")
  func shapeOfTheTail() {
    var stream = RandomStream(seed: 2, name: "tail")
    let edge = 3.6541528853610088
    let outside = 2 * Self.cumulative(-edge)
    var numbers: [Double] = []
    for _ in 0..<20_000_000 {
      let x = abs(stream.normal())
      if x > edge { numbers.append(x) }
    }
    let probability = GoodnessOfFit.kolmogorovSmirnov(numbers) {
      1 - 2 * Self.cumulative(-$0) / outside
    }
    #expect(probability > GoodnessOfFit.bound)
    #expect(GoodnessOfFit.poisson(count: numbers.count, mean: 2e7 * outside) > GoodnessOfFit.bound)
  }

  @Test("take one word in 98.5% of draws")
  func words() {
    var stream = RandomStream(seed: 3, name: "normal")
    var single = 0
    for _ in 0..<200_000 {
      let position = stream.position
      _ = stream.normal()
      if stream.position == position + 1 { single += 1 }
    }
    #expect(abs(Double(single) / 2e5 - 0.9851) < 0.001)
  }
}
