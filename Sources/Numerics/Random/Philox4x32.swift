// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The counter-based generator Philox4x32-10: for every key a bijection of counters.
///
/// A block is a pure function of a 128-bit counter and a 64-bit key, so any block of any stream is
/// made in any order, on any thread, at the same cost. One round maps the counter words as
///
///     (c0, c1, c2, c3) -> (hi(m1 c2) ^ c1 ^ k0, lo(m1 c2), hi(m0 c0) ^ c3 ^ k1, lo(m0 c0))
///
/// and the key grows by the Weyl increments (w0, w1) between the ten rounds. The bits are those of
/// the Random123 library. The generator passes BigCrush, also over counters and keys that differ
/// in single bits.
/// - Source: Salmon2011philox, section 3 (Philox, with the constants of Philox-4x32)
@frozen
public enum Philox4x32 {
  /// Returns the four random words of one counter under one key.
  /// - Parameters:
  ///   - counter: the words c0, c1, c2, c3.
  ///   - key: the words k0, k1.
  /// - Returns: the words of the counter after ten rounds.
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var c = SIMD4<UInt64>(truncatingIfNeeded: counter)
    var k = key
    for _ in 0..<10 {
      let first = (c[0] & lowHalf) &* multiplier0
      let second = (c[2] & lowHalf) &* multiplier1
      c = SIMD4(
        (second >> 32) ^ c[1] ^ UInt64(k[0]), second, (first >> 32) ^ c[3] ^ UInt64(k[1]), first)
      k &+= SIMD2(increment0, increment1)
    }
    return SIMD4(truncatingIfNeeded: c)
  }

  /// Returns four consecutive blocks as eight 64-bit words, in the order of the blocks.
  ///
  /// A 64-bit word is made of two 32-bit words, the first of them low. The four blocks lie in the
  /// lanes of vectors with 64 bits a lane. The upper half of a lane may hold debris of the
  /// previous round: only the lower half is multiplied, which is one instruction (vpmuludq).
  /// - Parameters:
  ///   - low: the words c0 (lower half) and c1 of the blocks, in the order of ``laneOrder``.
  ///   - high: the words c2 (lower half) and c3.
  ///   - key: the words k0 (lower half) and k1.
  /// - Returns: the words of the four blocks.
  @inline(__always)
  static func fourBlocks(low: SIMD4<UInt64>, high: UInt64, key: UInt64) -> SIMD8<UInt64> {
    var c0 = low
    var c1 = low &>> 32
    var c2 = SIMD4(repeating: high & lowHalf)
    var c3 = SIMD4(repeating: high >> 32)
    let mask = SIMD4(repeating: lowHalf)
    let k0 = UInt32(truncatingIfNeeded: key)
    let k1 = UInt32(truncatingIfNeeded: key >> 32)

    @inline(__always)
    func round(_ index: UInt32) {
      let first = (c0 & mask) &* SIMD4(repeating: multiplier0)
      let second = (c2 & mask) &* SIMD4(repeating: multiplier1)
      c0 = (second &>> 32) ^ c1 ^ SIMD4(repeating: UInt64(k0 &+ index &* increment0))
      c2 = (first &>> 32) ^ c3 ^ SIMD4(repeating: UInt64(k1 &+ index &* increment1))
      c1 = second
      c3 = first
    }
    // Written out, because the optimiser vectorises worse when it has to unroll a loop.
    round(0)
    round(1)
    round(2)
    round(3)
    round(4)
    round(5)
    round(6)
    round(7)
    round(8)
    round(9)

    let even = (c0 & mask) | (c1 &<< 32)
    let odd = (c2 & mask) | (c3 &<< 32)
    return SIMD8(even[0], odd[0], even[2], odd[2], even[1], odd[1], even[3], odd[3])
  }

  /// Which block lies in which lane: with 1 and 2 exchanged, the words of consecutive blocks are
  /// interleaved within 128-bit halves, where it costs least.
  static var laneOrder: SIMD4<UInt64> { SIMD4(0, 2, 1, 3) }

  private static var lowHalf: UInt64 { 0xFFFF_FFFF }

  /// The multipliers of the round function.
  private static var multiplier0: UInt64 { 0xD251_1F53 }
  private static var multiplier1: UInt64 { 0xCD9E_8D57 }

  /// The increments of the key: the fractions of the golden ratio and of sqrt(3) in 32 bits.
  private static var increment0: UInt32 { 0x9E37_79B9 }
  private static var increment1: UInt32 { 0xBB67_AE85 }
}
