// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Batches are single draws")
struct RandomStreamBatchesTests {
  /// Lengths around the groups of four and eight.
  static let lengths = Array(0...35) + [63, 64, 65, 1000]

  @Test("of the same bits, to the same position, from every place in a group", arguments: 0..<9)
  func sameSequence(skip: UInt64) {
    for length in Self.lengths {
      var single = RandomStream(seed: 8, name: "batch", event: length)
      single.advance(by: skip)
      var batch = single

      var words = [UInt64](repeating: 0, count: length)
      var span = words.mutableSpan
      batch.fill(words: &span)
      #expect(words == words.indices.map { _ in single.next() })

      let kinds:
        [(
          String, (inout RandomStream, inout MutableSpan<Double>) -> Void,
          (inout RandomStream) -> Double
        )] = [
          ("uniform", { $0.fill(uniform: &$1) }, { $0.uniform() }),
          ("exponential", { $0.fill(exponential: &$1) }, { $0.exponential() }),
          ("normal", { $0.fill(normal: &$1) }, { $0.normal() }),
        ]
      for (name, fill, draw) in kinds {
        var numbers = [Double](repeating: 0, count: length)
        var span = numbers.mutableSpan
        fill(&batch, &span)
        let expected = numbers.indices.map { _ in draw(&single) }
        #expect(numbers == expected, "\(name), \(length) numbers after \(skip) words")
        #expect(batch.position == single.position)
        #expect(batch.next() == single.next())
      }
    }
  }

  @Test("of many numbers, and of the lowest uniform number")
  func manyAndRare() {
    var single = RandomStream(seed: 9, name: "batch")
    var batch = single
    var numbers = [Double](repeating: 0, count: 200_003)
    var span = numbers.mutableSpan
    batch.fill(uniform: &span)
    #expect(numbers == numbers.indices.map { _ in single.uniform() })

    single = RareStream.beginning(with: 1)
    while single.position % 8 != 0 { _ = single.next() }
    for word in [0, 0x7FF, 0x800, 0xFFF, 1 << 63, .max] as [UInt64] {
      var single = RareStream.beginning(with: word)
      var batch = single
      var numbers = [Double](repeating: 0, count: 40)
      var span = numbers.mutableSpan
      batch.fill(uniform: &span)
      #expect(numbers == numbers.indices.map { _ in single.uniform() })
    }
  }
}
