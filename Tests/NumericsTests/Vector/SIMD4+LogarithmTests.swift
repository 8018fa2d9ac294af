// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("log in four lanes")
struct LogarithmTests {
  @Test("errs by less than 0.9 ulp", arguments: [0.5..<2, 0.9..<1.1, 1e-6..<20, 0..<1, 0..<1e300])
  func error(range: Range<Double>) {
    let worst = UlpError.greatest(
      of: Numerics.log, reference: Foundation.log, arguments: 400_000 * Effort.factor
    ) { $0.uniform(in: range) }
    #expect(worst < 0.9)
    #expect(worst > 0.3)
  }

  @Test("errs by less than 0.9 ulp over all exponents, subnormal ones too")
  func allExponents() {
    let positive = UlpError.greatest(
      of: Numerics.log, reference: Foundation.log, arguments: 400_000 * Effort.factor
    ) { Double(bitPattern: UInt64($0.integer(below: 0x7FF0_0000_0000_0000))) }
    #expect(positive < 0.9)
    let subnormal = UlpError.greatest(
      of: Numerics.log, reference: Foundation.log, arguments: 400_000 * Effort.factor
    ) { Double(bitPattern: 1 + ($0.next() >> 12) >> UInt64($0.integer(below: 52))) }
    #expect(subnormal < 0.9)
  }

  @Test("meets its edges: zeros, infinities, NaN, one, subnormal and negative arguments")
  func edges() {
    let cases: [(Double, Double)] = [
      (0, -.infinity), (-0.0, -.infinity), (.infinity, .infinity), (1, 0),
      (.leastNonzeroMagnitude, -744.4400719213812), (.greatestFiniteMagnitude, 709.782712893384),
      (.leastNormalMagnitude, -708.3964185322641), (2, 0.6931471805599453),
      (1.0.nextUp, 0x1.fffffffffffffp-53), (1.0.nextDown, -0x1p-53),
    ]
    for (x, expected) in cases {
      #expect(Numerics.log(SIMD4(repeating: x)) == SIMD4(repeating: expected), "log(\(x))")
    }
    for x in [-1, -Double.leastNonzeroMagnitude, -.infinity, .nan, -.nan] {
      #expect(Numerics.log(SIMD4(repeating: x))[1].isNaN, "log(\(x))")
    }
    #expect(Numerics.log(SIMD4(repeating: 1))[0].sign == .plus)
  }

  @Test("treats each lane by itself, next to any other")
  func lanes() {
    let values = [0.5, 1, 700, .leastNonzeroMagnitude, .infinity, 0, 0x1p-1030, 20]
    for a in values {
      for b in values {
        let together = Numerics.log(SIMD4(a, b, b, a))
        #expect(together[0] == Numerics.log(SIMD4(repeating: a))[0])
        #expect(together[2] == Numerics.log(SIMD4(repeating: b))[3])
      }
    }
  }

  @Test("inverts exp as far as both are rounded")
  func inverse() {
    var stream = RandomStream(seed: 2, name: "inverse")
    for _ in 0..<100_000 {
      let x = stream.uniform(in: -700..<700)
      let back = Numerics.log(Numerics.exp(SIMD4(repeating: x)))[0]
      #expect(abs(back - x) <= 0x1p-52 + x.ulp)
    }
  }

  @Test("gives the same bits on every processor")
  func bits() {
    let results = (0..<20_000).map { index in
      Numerics.log(SIMD4(repeating: Double(bitPattern: UInt64(index) << 49 | 0x1234_5678_9ABC)))[0]
    }
    #expect(UlpError.hash(of: results) == 387_360_241_373_007_504)
  }
}
