// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Uniform draws")
struct RandomStreamUniformTests {
  @Test("fill the open interval evenly", arguments: [1, 2, 3] as [UInt64])
  func evenly(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "uniform")
    let probability = GoodnessOfFit.chiSquare(
      draws: 2_000_000, bins: 1000, cumulative: { $0 }, draw: { stream.uniform() })
    #expect(GoodnessOfFit.passes(probability))
    let numbers = (0..<200_000).map { _ in stream.uniform() }
    #expect(GoodnessOfFit.kolmogorovSmirnov(numbers) { $0 } > GoodnessOfFit.bound)
  }

  @Test("use 53 bits of the word, each set half of the time")
  func bits() {
    var stream = RandomStream(seed: 1, name: "bits")
    let count = 100_000
    var ones = [Int](repeating: 0, count: 53)
    for _ in 0..<count {
      let integer = UInt64(stream.uniform() * 0x1p53)
      for bit in ones.indices where integer >> UInt64(bit) & 1 == 1 { ones[bit] += 1 }
    }
    for bit in ones.indices {
      let deviation =
        (Double(ones[bit]) - 0.5 * Double(count)) / (0.25 * Double(count)).squareRoot()
      #expect(GoodnessOfFit.normal(deviation) > GoodnessOfFit.bound, "bit \(bit)")
    }
  }

  @Test("give 2^-54 for the lowest and 1 - 2^-53 for the highest word, never 0 or 1")
  func ends() {
    var lowest = RareStream.beginning(with: 0x7FF)
    #expect(lowest.uniform() == 0x1p-54)
    var second = RareStream.beginning(with: 0x800)
    #expect(second.uniform() == 0x1p-53)
    var highest = RareStream.beginning(with: .max)
    #expect(highest.uniform() == 1 - 0x1p-53)
  }

  @Test("stay below the upper end of an interval, also where rounding reaches it")
  func interval() {
    var highest = RareStream.beginning(with: .max)
    let upper = 1.0 + 0x1p-52
    #expect(highest.uniform(in: 1..<upper) == 1)
    highest = RareStream.beginning(with: .max)
    #expect(highest.uniform(in: 1e16..<1e16.nextUp) == 1e16)
    var stream = RandomStream(seed: 1, name: "interval")
    var sum = 0.0
    for _ in 0..<100_000 {
      let x = stream.uniform(in: -3..<5)
      #expect(x >= -3 && x < 5)
      sum += x
    }
    // The mean is 1, the variance 64/12.
    #expect(GoodnessOfFit.normal((sum / 1e5 - 1) / (64.0 / 12 / 1e5).squareRoot()) > 1e-4)
  }

  @Test(
    "of integers favour none, for counts that divide 2^64 and counts that do not",
    arguments: [1, 2, 3, 7, 10, 64, 1000])
  func integers(count: Int) {
    var stream = RandomStream(seed: 1, name: "integer")
    let draws = 300_000
    var counts = [Int](repeating: 0, count: count)
    for _ in 0..<draws { counts[stream.integer(below: count)] += 1 }
    let expected = [Double](repeating: Double(draws) / Double(count), count: count)
    guard count > 1 else { return }
    #expect(GoodnessOfFit.passes(GoodnessOfFit.chiSquare(counts: counts, expected: expected)))
  }

  @Test("of integers below 3 * 2^61 have no bias, which the product without rejection has")
  func largeIntegers() {
    // Without rejection two products of every four thirds would meet the same integer: with n =
    // 3 * 2^61 results that are 2 modulo 3 would be drawn half as often as the others.
    let n = 3 << 61
    let draws = 300_000
    func counts(_ draw: () -> Int) -> [Int] {
      var counts = [0, 0, 0]
      for _ in 0..<draws { counts[draw() % 3] += 1 }
      return counts
    }
    let expected = [Double](repeating: Double(draws) / 3, count: 3)
    var stream = RandomStream(seed: 1, name: "large")
    let ours = counts { stream.integer(below: n) }
    #expect(GoodnessOfFit.chiSquare(counts: ours, expected: expected) > GoodnessOfFit.bound)
    let biased = counts { Int(stream.next().multipliedFullWidth(by: UInt64(n)).high) }
    #expect(GoodnessOfFit.chiSquare(counts: biased, expected: expected) < 1e-10)
  }
}

/// Streams that begin with a word of choice, found by running Philox backwards.
enum RareStream {
  /// Returns a stream whose next word is as given; the word after it is 1 << 63.
  static func beginning(with word: UInt64) -> RandomStream {
    let block = RandomStreamTests.block(word, 1 << 63)
    let key = RandomStreamTests.key(seed: 1, name: "rare")
    let counter = PhiloxInverse.counter(of: block, key: key)
    let middle = UInt64(counter[1])
    let event = UInt64(counter[2]) | (middle >> 16) << 32
    var stream = RandomStream(seed: 1, name: "rare", event: Int(event))
    if counter[3] > 0 { stream = stream.split(track: Int(counter[3]) - 1) }
    stream.advance(by: 2 * (UInt64(counter[0]) | (middle & 0xFFFF) << 32))
    return stream
  }
}
