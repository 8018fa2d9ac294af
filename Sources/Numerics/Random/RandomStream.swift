// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A stream of random numbers that is a value made from seed, name, event and track.
///
///     var stream = RandomStream(seed: 1, name: "shower", event: 42)
///     let u = stream.uniform()
///     var child = stream.split(track: 7)
///
/// Equal arguments give equal numbers in any process, on any thread and processor. There is no
/// other state: a copy repeats what the original will draw, so each consumer makes its own stream
/// and passes it `inout`.
///
/// The numbers are blocks of ``Philox4x32``. The key holds seed and name; the four 32-bit words of
/// the counter hold the rest, each in bits of its own:
///
///     c0  block, bits 0 to 31
///     c1  block, bits 32 to 47 (low half) and event, bits 32 to 47 (high half)
///     c2  event, bits 0 to 31
///     c3  0 for the event itself, track + 1 for a track
///
/// So under one key no two of (event, track, position) share a block; that is a property of the
/// layout, not a probability. Different seeds or names differ in the key: always if only one of
/// the two differs (for names unless their 64-bit hashes collide), with probability 1 - 2^-64 if
/// both do. Under different keys Philox is taken to be independent, as its tests support.
///
/// A block gives two 64-bit words. A stream holds 2^48 blocks, 5.6e14 words: a month of drawing
/// without pause. The stream stops the program rather than begin anew.
///
/// Results that must not change should draw with the methods of this type. The conformance to
/// `RandomNumberGenerator` is for shuffling and the like, whose algorithms belong to the standard
/// library and may change with it.
@frozen
public struct RandomStream: RandomNumberGenerator, Sendable {
  /// The number of words a stream holds: two for each of 2^48 blocks.
  @usableFromInline static var capacity: UInt64 { 1 << 49 }

  /// The key of seed and name.
  @usableFromInline let key: UInt64

  /// The counter words c0 (lower half) and c1 of block 0.
  @usableFromInline let low: UInt64

  /// The counter words c2 (lower half) and c3.
  @usableFromInline let high: UInt64

  /// The number of 64-bit words drawn or skipped so far.
  public var position: UInt64 { drawn }

  @usableFromInline var drawn: UInt64

  /// The words of the group of eight that holds `position`, unless that is its beginning.
  @usableFromInline var group: InlineArray<8, UInt64>

  /// Makes the stream of an event.
  /// - Parameters:
  ///   - seed: the seed of the whole run.
  ///   - name: what is drawn, such as `"shower"`; different names give independent streams.
  ///   - event: the number of the event, from 0 to 2^48 - 1.
  public init(seed: UInt64, name: String, event: Int = 0) {
    precondition(event >= 0 && event >> 48 == 0, "event number outside 0 to 2^48 - 1")
    let event = UInt64(event)
    self.init(
      key: StreamKey.make(seed: seed, name: name), low: (event >> 32) << 48,
      high: event & 0xFFFF_FFFF)
  }

  init(key: UInt64, low: UInt64, high: UInt64) {
    self.key = key
    self.low = low
    self.high = high
    drawn = 0
    group = InlineArray(repeating: 0)
  }

  /// Returns the stream of a track of the same event, at its beginning.
  ///
  /// It depends on seed, name, event and track alone: not on what this stream has drawn, nor on
  /// whether it is the stream of the event or of another track. So the tracks of an event carry
  /// numbers that are unique in the event.
  /// - Parameter track: the number of the track, from 0 to 2^32 - 2.
  /// - Returns: the stream of the track.
  public func split(track: Int) -> RandomStream {
    precondition(track >= 0 && track < UInt32.max, "track number outside 0 to 2^32 - 2")
    return RandomStream(
      key: key, low: low, high: high & 0xFFFF_FFFF | UInt64(track + 1) << 32)
  }

  /// Returns the next 64 random bits.
  /// - Returns: a word uniform on all 64-bit integers.
  @inlinable
  public mutating func next() -> UInt64 {
    let place = Int(truncatingIfNeeded: drawn & 7)
    if place == 0 { beginGroup() }
    drawn &+= 1
    return group[place]
  }

  /// Skips words, in a time that does not depend on their number.
  /// - Parameter count: how many words to skip.
  public mutating func advance(by count: UInt64) {
    precondition(count <= Self.capacity - drawn, "the random stream is exhausted")
    drawn += count
    if drawn & 7 != 0 { beginGroup() }
  }

  /// Makes the group of eight words that holds the position.
  @usableFromInline
  @inline(never)
  mutating func beginGroup() {
    precondition(drawn < Self.capacity, "the random stream is exhausted")
    let words = Philox4x32.fourBlocks(low: blocks(at: drawn & ~7), high: high, key: key)
    for place in 0..<8 { group[place] = words[place] }
  }

  /// Returns the counters c0 and c1 of the four blocks from a position, a multiple of eight.
  @inline(__always)
  func blocks(at position: UInt64) -> SIMD4<UInt64> {
    SIMD4(repeating: low | position >> 1) | Philox4x32.laneOrder
  }
}
