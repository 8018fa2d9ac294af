// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Exponential draws")
struct RandomStreamExponentialTests {
  /// The probability of the chi-square in bins of equal probability.
  static func fit(_ draw: () -> Double) -> Double {
    GoodnessOfFit.chiSquare(
      draws: 2_000_000, bins: 500, cumulative: { -expm1(-$0) }, draw: draw)
  }

  /// The probabilities of the counts beyond 4 ln 10, 5 ln 10, 6 ln 10 among many draws.
  static func tail(_ numbers: (inout MutableSpan<Double>) -> Void) -> [Double] {
    let batches = 2_000
    var counts = [0, 0, 0]
    var batch = [Double](repeating: 0, count: 10_000)
    for _ in 0..<batches {
      var span = batch.mutableSpan
      numbers(&span)
      for x in batch where x > 4 * Foundation.log(10) {
        for power in 4...6 where x > Double(power) * Foundation.log(10) { counts[power - 4] += 1 }
      }
    }
    let draws = Double(batches * batch.count)
    return (4...6).map { power in
      GoodnessOfFit.poisson(count: counts[power - 4], mean: draws * pow(10, -Double(power)))
    }
  }

  @Test("follow e^-x", arguments: [1, 2, 3] as [UInt64])
  func distribution(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "exponential")
    #expect(GoodnessOfFit.passes(Self.fit { stream.exponential() }))
    let numbers = (0..<200_000).map { _ in stream.exponential() }
    #expect(GoodnessOfFit.kolmogorovSmirnov(numbers) { -expm1(-$0) } > GoodnessOfFit.bound)
  }

  @Test("of a mean wrong by two percent, or cut off at 7, would be noticed")
  func wrongSamplersFail() {
    var stream = RandomStream(seed: 1, name: "exponential")
    #expect(Self.fit { 1.02 * stream.exponential() } < GoodnessOfFit.bound)
    #expect(
      Self.fit { stream.exponential().truncatingRemainder(dividingBy: 7) } < GoodnessOfFit.bound)
  }

  @Test("have moments k!, within their statistical errors")
  func moments() {
    var stream = RandomStream(seed: 4, name: "exponential")
    let draws = 2_000_000
    var sums = [0.0, 0, 0]
    for _ in 0..<draws {
      let x = stream.exponential()
      for k in 0..<3 { sums[k] += pow(x, Double(k + 1)) }
    }
    for k in 1...3 {
      let moment = tgamma(Double(k + 1))
      let variance = tgamma(Double(2 * k + 1)) - moment * moment
      let deviation =
        (sums[k - 1] / Double(draws) - moment) / (variance / Double(draws)).squareRoot()
      #expect(GoodnessOfFit.normal(deviation) > GoodnessOfFit.bound, "moment \(k)")
    }
  }

  @Test("reach 1e-4, 1e-5 and 1e-6 of the tail as often as they should; a cut at 12 is noticed")
  func tailFrequencies() {
    var stream = RandomStream(seed: 1, name: "tail")
    for probability in Self.tail({ stream.fill(exponential: &$0) }) {
      #expect(probability > GoodnessOfFit.bound)
    }
    let cut = Self.tail { span in
      stream.fill(exponential: &span)
      for index in span.indices where span[index] > 12 { span[index] -= 12 }
    }
    #expect(cut[2] < GoodnessOfFit.bound)
  }

  @Test("go on beyond 53 ln 2, where the lowest cell of the uniform numbers begins")
  func beyondTheLowestCell() {
    var stream = RareStream.beginning(with: 5)
    // The next uniform number is 1/2.
    #expect(stream.exponential() == 53 * Foundation.log(2) + Foundation.log(2))
    var single = RareStream.beginning(with: 5)
    var batch = single
    let numbers = (0..<11).map { _ in single.exponential() }
    var filled = [Double](repeating: 0, count: 11)
    var span = filled.mutableSpan
    batch.fill(exponential: &span)
    #expect(filled == numbers)
    #expect(batch.position == single.position)
    // The largest number of the lowest-but-one cell.
    var ordinary = RareStream.beginning(with: 0x800)
    #expect(ordinary.exponential() == 53 * Foundation.log(2))
  }

  @Test("are the logarithm of the uniform draw, within an ulp, and positive")
  func inversion() {
    var stream = RandomStream(seed: 6, name: "exponential")
    var twin = stream
    for _ in 0..<100_000 {
      let x = stream.exponential()
      let reference = -Foundation.log(twin.uniform())
      #expect(abs(x - reference) <= reference.ulp)
      #expect(x > 0)
    }
  }
}
