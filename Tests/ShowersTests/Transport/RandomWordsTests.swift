// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Showers
import Testing

@Suite("random words in lanes")
struct RandomWordsTests {
  /// The generator as its authors write it, one word after the other.
  private struct Plain {
    var state: [UInt64]

    mutating func next() -> UInt64 {
      func rotated(_ x: UInt64, _ bits: UInt64) -> UInt64 { x << bits | x >> (64 - bits) }
      let word = rotated(state[0] &+ state[3], 23) &+ state[0]
      let shifted = state[1] << 17
      state[2] ^= state[0]
      state[3] ^= state[1]
      state[1] ^= state[2]
      state[0] ^= state[3]
      state[2] ^= shifted
      state[3] = rotated(state[3], 45)
      return word
    }
  }

  @Test("the generator's published first words from the state 1, 2, 3, 4")
  func published() {
    var plain = Plain(state: [1, 2, 3, 4])
    #expect(plain.next() == 41_943_041)
    #expect(plain.next() == 58_720_359)
    #expect(plain.next() == 3_588_806_011_781_223)
  }

  @Test("each lane is a generator of its own, begun with words of the event's stream")
  func lanes() {
    var stream = RandomStream(seed: 4, name: "shower", event: 7)
    var words = RandomWords(stream)
    let states = (0..<32).map { _ in stream.next() }
    var plain = (0..<8).map { lane in
      Plain(state: (0..<4).map { states[8 * $0 + lane] })
    }
    for _ in 0..<100 {
      let next = words.next()
      for lane in 0..<8 { #expect(next[lane] == plain[lane].next()) }
    }
  }
}
