// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Philox4x32-10")
struct Philox4x32Tests {
  @Test("gives the bits of Random123, known answers first, for 495 counters and keys")
  func bitsOfRandom123() throws {
    let rows = try Self.validationRows()
    #expect(rows.count == 495)
    for row in rows {
      let counter = SIMD4(row[0], row[1], row[2], row[3])
      let block = Philox4x32.block(counter: counter, key: SIMD2(row[4], row[5]))
      #expect(block == SIMD4(row[6], row[7], row[8], row[9]), "counter \(counter)")
    }
  }

  @Test("is a bijection: the inverse rounds lead back to the counter")
  func inverse() throws {
    for row in try Self.validationRows() {
      let block = SIMD4(row[6], row[7], row[8], row[9])
      let counter = PhiloxInverse.counter(of: block, key: SIMD2(row[4], row[5]))
      #expect(counter == SIMD4(row[0], row[1], row[2], row[3]))
    }
  }

  /// The rows of Data/validation/philox4x32.csv as ten words each.
  static func validationRows() throws -> [[UInt32]] {
    let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    let file = root.appending(path: "Data/validation/philox4x32.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try lines.drop { $0.hasPrefix("#") }.dropFirst().map { line in
      try line.split(separator: ",").map { try #require(UInt32($0, radix: 16)) }
    }
  }
}

/// Philox4x32-10 backwards, written from the paper.
enum PhiloxInverse {
  /// Returns the counter whose block under a key is given.
  static func counter(of block: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var words = block
    for round in (0..<10).reversed() {
      let k0 = key[0] &+ UInt32(round) &* 0x9E37_79B9
      let k1 = key[1] &+ UInt32(round) &* 0xBB67_AE85
      // The low words are products with odd numbers: multiply with the inverses modulo 2^32.
      let c2 = words[1] &* inverse(0xCD9E_8D57)
      let c0 = words[3] &* inverse(0xD251_1F53)
      let c1 = words[0] ^ k0 ^ UInt32(0xCD9E_8D57).multipliedFullWidth(by: c2).high
      let c3 = words[2] ^ k1 ^ UInt32(0xD251_1F53).multipliedFullWidth(by: c0).high
      words = SIMD4(c0, c1, c2, c3)
    }
    return words
  }

  /// The inverse of an odd number modulo 2^32, by Newton's iteration.
  private static func inverse(_ odd: UInt32) -> UInt32 {
    var x = odd
    for _ in 0..<5 { x &*= 2 &- odd &* x }
    return x
  }
}
