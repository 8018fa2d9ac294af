// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The digest SHA-256, 32 bytes that stand for any content.
///
/// - Source: NIST2015sha, sections 4.1.2, 4.2.2, 5.1.1, 5.3.3 and 6.2
package struct SHA256 {
  private var state = Self.start
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Begins with no content.
  package init() { pending.reserveCapacity(Self.blockBytes) }

  /// The digest of some bytes, as 64 hexadecimal digits.
  package static func digest(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return hexadecimal(digest.finish())
  }

  /// The digest of a text in UTF-8, as 64 hexadecimal digits.
  package static func digest(of text: String) -> String { digest(of: Array(text.utf8)) }

  /// Appends bytes to the content.
  package mutating func update(_ bytes: [UInt8]) {
    length += UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let taken = rest.prefix(Self.blockBytes - pending.count)
      pending += taken
      rest = rest.dropFirst(taken.count)
      guard pending.count == Self.blockBytes else { return }
      pending.withUnsafeBytes { absorb($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count / Self.blockBytes * Self.blockBytes
    rest.prefix(whole).withUnsafeBytes { absorb($0) }
    pending += rest.dropFirst(whole)
  }

  /// Closes the content and gives the 32 bytes.
  package consuming func finish() -> [UInt8] {
    let bits = 8 * length
    var padding: [UInt8] = [0x80]
    while (pending.count + padding.count) % Self.blockBytes != Self.blockBytes - 8 {
      padding.append(0)
    }
    withUnsafeBytes(of: bits.bigEndian) { padding += $0 }
    update(padding)
    return (0..<8).flatMap { word in withUnsafeBytes(of: state[word].bigEndian, Array.init) }
  }

  private static let blockBytes = 64

  /// Mixes whole blocks into the state: equations of section 6.2.2.
  private mutating func absorb(_ blocks: UnsafeRawBufferPointer) {
    Self.roundConstants.withUnsafeBufferPointer { constants in
      for offset in stride(from: 0, to: blocks.count, by: Self.blockBytes) {
        // The message schedule needs its last 16 words only: W(t) overwrites W(t - 16).
        var schedule = InlineArray<16, UInt32> { word in
          UInt32(
            bigEndian: blocks.loadUnaligned(fromByteOffset: offset + 4 * word, as: UInt32.self))
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for t in 0..<64 {
          if t >= 16 {
            let early = schedule[(t &+ 1) & 15]
            let late = schedule[(t &+ 14) & 15]
            let sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
            let sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
            schedule[t & 15] = schedule[t & 15] &+ sigma0 &+ schedule[(t &+ 9) & 15] &+ sigma1
          }
          let choice = (e & f) ^ (~e & g)
          let majority = (a & b) ^ (a & c) ^ (b & c)
          let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
          let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
          let first = h &+ sum1 &+ choice &+ constants[t] &+ schedule[t & 15]
          (h, g, f, e) = (g, f, e, d &+ first)
          (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
        }
        for (word, value) in [a, b, c, d, e, f, g, h].enumerated() {
          state[word] &+= value
        }
      }
    }
  }

  private static let primes = (2...311).filter { n in (2..<n).allSatisfy { n % $0 != 0 } }

  /// The first 32 bits of the fractions of the square roots of the first 8 primes.
  private static let start = primes.prefix(8).map { fraction(ofRoot: 2, of: $0) }

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let roundConstants = primes.prefix(64).map { fraction(ofRoot: 3, of: $0) }

  /// floor(2^32 n^(1/degree)) modulo 2^32, exact in integers.
  private static func fraction(ofRoot degree: Int, of n: Int) -> UInt32 {
    let scaled = UInt128(n) << (32 * degree)
    var root: UInt128 = 0
    for bit in (0..<37).reversed() {
      let candidate = root | 1 << bit
      let power = degree == 2 ? candidate * candidate : candidate * candidate * candidate
      if power <= scaled { root = candidate }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}

private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word &>> count | word &<< (32 &- count)
}

/// Two lower-case digits for each byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
