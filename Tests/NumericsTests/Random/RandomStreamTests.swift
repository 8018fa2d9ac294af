// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Random streams")
struct RandomStreamTests {
  /// The documented key, written down a second time.
  static func key(seed: UInt64, name: String) -> SIMD2<UInt32> {
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    var z = seed &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    let key = (z ^ (z >> 31)) ^ hash
    return SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
  }

  /// The two words of a block as the four words of Philox.
  static func block(_ first: UInt64, _ second: UInt64) -> SIMD4<UInt32> {
    SIMD4(
      UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: first >> 32),
      UInt32(truncatingIfNeeded: second), UInt32(truncatingIfNeeded: second >> 32))
  }

  @Test("the first words of a stream are fixed for ever")
  func firstWords() {
    var stream = RandomStream(seed: 1, name: "shower", event: 42)
    let words = (0..<3).map { _ in stream.next() }
    #expect(
      words == [9_520_752_760_224_571_212, 16_079_182_409_167_557_950, 3_009_955_414_130_337_071])
    var track = stream.split(track: 7)
    #expect(track.next() == 16_935_959_491_647_443_327)
  }

  @Test("exponential and normal numbers have the same bits on every processor")
  func samplerBits() {
    var stream = RandomStream(seed: 1, name: "x")
    let normal = (0..<100_000).map { _ in stream.normal() }
    #expect(UlpError.hash(of: normal) == 13_869_792_324_219_281_137)
    let exponential = (0..<100_000).map { _ in stream.exponential() }
    #expect(UlpError.hash(of: exponential) == 15_259_856_157_350_672_730)
  }

  @Test("every drawn block inverts to the counter that the layout documents, and to no other")
  func layoutIsInjective() {
    let events = [0, 1, 42, 0xFFFF_FFFF, 0x1_0000_0000, 0xABCD_1234_5678, (1 << 48) - 1]
    let tracks = [nil, 0, 1, 77, 0x7FFF_FFFF, 0xFFFF_FFFE]
    let skips: [UInt64] = [0, 2, 8, 6, 1 << 33, (1 << 33) + 6, (1 << 49) - 2]
    for (seed, name) in [(1, "shower"), (UInt64.max, "é"), (0, "")] as [(UInt64, String)] {
      for event in events {
        for track in tracks {
          for skip in skips {
            var stream = RandomStream(seed: seed, name: name, event: event)
            if let track { stream = stream.split(track: track) }
            stream.advance(by: skip)
            let block = Self.block(stream.next(), stream.next())
            let counter = PhiloxInverse.counter(of: block, key: Self.key(seed: seed, name: name))
            let word = UInt64(counter[1])
            #expect(UInt64(counter[0]) | (word & 0xFFFF) << 32 == skip / 2)
            #expect(UInt64(counter[2]) | (word >> 16) << 32 == UInt64(event))
            #expect(Int(counter[3]) == track.map { $0 + 1 } ?? 0)
          }
        }
      }
    }
  }

  @Test("a child does not depend on what its parent drew, nor on which track it was split from")
  func splitDependsOnTrackAlone() {
    var parent = RandomStream(seed: 3, name: "decay", event: 9)
    var early = parent.split(track: 5)
    for _ in 0..<13 { _ = parent.next() }
    var late = parent.split(track: 5)
    var sibling = parent.split(track: 4).split(track: 5)
    var cousin = RandomStream(seed: 3, name: "decay", event: 10).split(track: 5)
    for _ in 0..<20 {
      let word = early.next()
      #expect(word == late.next())
      #expect(word == sibling.next())
      #expect(word != cousin.next())
    }
  }

  @Test(
    "skipping gives what drawing would have given", arguments: [0, 1, 2, 7, 8, 9, 15, 16, 1001])
  func advance(count: UInt64) {
    var drawn = RandomStream(seed: 5, name: "skip")
    var skipped = drawn
    for begin in 0..<9 {
      for _ in 0..<count { _ = drawn.next() }
      skipped.advance(by: count)
      #expect(drawn.position == skipped.position)
      // Odd draws between the skips, so that they begin at every place of a group.
      for _ in 0..<(begin % 3) { #expect(drawn.next() == skipped.next()) }
      var (left, right) = (drawn, skipped)
      for _ in 0..<20 { #expect(left.next() == right.next()) }
    }
  }

  @Test("an exhausted stream stops the program instead of beginning anew")
  func exhaustion() async {
    var stream = RandomStream(seed: 1, name: "end")
    stream.advance(by: (1 << 49) - 2)
    _ = stream.next()
    _ = stream.next()
    #expect(stream.position == 1 << 49)
    await #expect(processExitsWith: .failure) {
      var stream = RandomStream(seed: 1, name: "end")
      stream.advance(by: 1 << 49)
      _ = stream.next()
    }
    await #expect(processExitsWith: .failure) {
      var stream = RandomStream(seed: 1, name: "end")
      stream.advance(by: (1 << 49) - 8)
      var words = [UInt64](repeating: 0, count: 16)
      var span = words.mutableSpan
      stream.fill(words: &span)
    }
  }

  @Test("numbers of events and tracks that have no place in the counter stop the program")
  func numbersOutOfRange() async {
    await #expect(processExitsWith: .failure) {
      _ = RandomStream(seed: 1, name: "", event: 1 << 48)
    }
    await #expect(processExitsWith: .failure) { _ = RandomStream(seed: 1, name: "", event: -1) }
    await #expect(processExitsWith: .failure) {
      _ = RandomStream(seed: 1, name: "").split(track: Int(UInt32.max))
    }
  }

  @Test("a stream serves the standard library's algorithms")
  func generator() {
    var stream = RandomStream(seed: 1, name: "shuffle")
    var numbers = Array(0..<100)
    numbers.shuffle(using: &stream)
    #expect(numbers != Array(0..<100))
    #expect(numbers.sorted() == Array(0..<100))
  }
}
