// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

// A batch gives exactly the numbers, and leaves the stream at exactly the position, of as many
// single draws.

extension RandomStream {
  /// Fills a buffer with random bits, as repeated ``next()`` would.
  /// - Parameter words: the places to fill.
  public mutating func fill(words: inout MutableSpan<UInt64>) {
    words.withUnsafeMutableBytes { bytes in
      fill(bytes, single: { $0 }, group: { $0 })
    }
  }

  /// Fills a buffer with numbers uniform on (0, 1), as repeated ``uniform()`` would.
  /// - Parameter numbers: the places to fill.
  public mutating func fill(uniform numbers: inout MutableSpan<Double>) {
    numbers.withUnsafeMutableBytes { bytes in
      fill(bytes, single: { max(Double($0 >> 11), 0.5) * 0x1p-53 }, group: Self.uniform)
    }
  }

  /// Fills a buffer with exponential numbers, as repeated ``exponential()`` would.
  /// - Parameter numbers: the places to fill.
  public mutating func fill(exponential numbers: inout MutableSpan<Double>) {
    let beginning = self
    fill(uniform: &numbers)
    let isExtended = numbers.withUnsafeMutableBytes { Self.exponential(fromUniform: $0) }
    guard isExtended else { return }
    // Once in 2^53 draws a number takes more than one word: begin again, one by one.
    self = beginning
    for index in numbers.indices { numbers[index] = exponential() }
  }

  /// Fills a buffer with normal numbers, as repeated ``normal()`` would.
  /// - Parameter numbers: the places to fill.
  public mutating func fill(normal numbers: inout MutableSpan<Double>) {
    for index in numbers.indices { numbers[index] = normal() }
  }

  /// Fills bytes with one 64-bit value made of each word, eight at a time where possible.
  @inline(__always)
  private mutating func fill<Value>(
    _ bytes: UnsafeMutableRawBufferPointer, single: (UInt64) -> Value,
    group makeGroup: (SIMD8<UInt64>) -> SIMD8<Value>
  ) where Value: SIMDScalar {
    var offset = 0
    while offset < bytes.count, drawn & 7 != 0 {
      bytes.storeBytes(of: single(next()), toByteOffset: offset, as: Value.self)
      offset += 8
    }
    let groups = (bytes.count - offset) / 64
    precondition(UInt64(groups * 8) <= Self.capacity - drawn, "the random stream is exhausted")
    // Copies, because for all the optimiser knows the buffer might overlap the stream.
    let (high, key) = (high, key)
    var blocks = blocks(at: drawn)
    for _ in 0..<groups {
      let values = makeGroup(Philox4x32.fourBlocks(low: blocks, high: high, key: key))
      bytes.storeBytes(of: values, toByteOffset: offset, as: SIMD8<Value>.self)
      blocks &+= 4
      offset += 64
    }
    drawn += UInt64(groups * 8)
    while offset < bytes.count {
      bytes.storeBytes(of: single(next()), toByteOffset: offset, as: Value.self)
      offset += 8
    }
  }

  /// The numbers that ``uniform()`` makes of eight words, without a conversion from integers.
  ///
  /// The bits of 1 with the upper 52 bits of the word as significand are 1 + j 2^-52; the bits of
  /// 1 less the lowest of 53 bits, b, are 1 - b 2^-53. Their difference (2 j + b) 2^-53 is exact.
  @inline(__always)
  private static func uniform(_ words: SIMD8<UInt64>) -> SIMD8<Double> {
    let one = SIMD8<UInt64>(repeating: 0x3FF0_0000_0000_0000)
    let upper = SIMD8<Double>(bitPattern: (words &>> 12) | one)
    let lower = SIMD8<Double>(bitPattern: one &- ((words &>> 11) & 1))
    let u = upper - lower
    return u.replacing(with: lowestUniform, where: u .< lowestUniform)
  }

  /// Replaces every u by -ln u; returns whether one of them was the lowest possible.
  private static func exponential(fromUniform bytes: UnsafeMutableRawBufferPointer) -> Bool {
    var least = SIMD4<Double>(repeating: 1)
    var offset = 0
    while offset <= bytes.count - 32 {
      let u = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
      least.replace(with: u, where: u .< least)
      bytes.storeBytes(of: 0 - log(u), toByteOffset: offset, as: SIMD4<Double>.self)
      offset += 32
    }
    while offset < bytes.count {
      let u = bytes.loadUnaligned(fromByteOffset: offset, as: Double.self)
      least[0] = min(least[0], u)
      bytes.storeBytes(of: 0 - log(SIMD4(repeating: u))[0], toByteOffset: offset, as: Double.self)
      offset += 8
    }
    return least.min() <= lowestUniform
  }
}
