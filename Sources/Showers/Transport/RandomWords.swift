// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// Random words of one shower: eight generators xoshiro256++ side by side in vector lanes.
///
/// Their states are words of the event's ``RandomStream``, so that they depend on seed and event number
/// alone and no two of them are related. A word costs a fifth of one of the stream itself, which can
/// begin anywhere; a shower never does, and takes a hundred thousand words.
/// - Source: Blackman2021scrambled, xoshiro256++
package struct RandomWords {
  private var a: SIMD8<UInt64>
  private var b: SIMD8<UInt64>
  private var c: SIMD8<UInt64>
  private var d: SIMD8<UInt64>
  // By how many bits words are rotated, to the left and what remains. As constants the compiler would
  // know the rotations, and do them lane by lane.
  private var first: (UInt64, UInt64)
  private var second: (UInt64, UInt64)

  /// Takes the first words of a stream as states.
  package init(_ stream: consuming RandomStream) {
    func eight() -> SIMD8<UInt64> {
      var words = SIMD8<UInt64>()
      for lane in words.indices { words[lane] = stream.next() }
      return words
    }
    a = eight()
    b = eight()
    c = eight()
    d = eight()
    first = (23, 41)
    second = (45, 19)
  }

  /// The next word of each generator.
  @inline(__always)
  package mutating func next() -> SIMD8<UInt64> {
    let words = Self.rotated(a &+ d, first) &+ a
    let shifted = b &<< 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = Self.rotated(d, second)
    return words
  }

  @inline(__always)
  private static func rotated(
    _ words: SIMD8<UInt64>, _ by: (UInt64, UInt64)
  ) -> SIMD8<UInt64> {
    words &<< SIMD8(repeating: by.0) | words &>> SIMD8(repeating: by.1)
  }
}
