// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("exp in four lanes")
struct ExponentialTests {
  @Test(
    "errs by less than 0.95 ulp",
    arguments: [-1.0..<1, -20..<20, -708..<709.7, -745.2 ..< -708, -1e-8..<1e-8])
  func error(range: Range<Double>) {
    let worst = UlpError.greatest(
      of: Numerics.exp, reference: Foundation.exp, arguments: 400_000 * Effort.factor
    ) { $0.uniform(in: range) }
    #expect(worst < 0.95)
    // A reference that is no better than the function would show nothing.
    #expect(worst > 0.3)
  }

  @Test("meets its edges: zeros, infinities, NaN, overflow, subnormal results and underflow")
  func edges() {
    let least = Double.leastNonzeroMagnitude
    let cases: [(Double, Double)] = [
      (0, 1), (-0.0, 1), (.infinity, .infinity), (-.infinity, 0), (1e308, .infinity),
      (-1e308, 0), (least, 1), (-least, 1), (710, .infinity),
      (709.782712893384, 0x1.fffffffffff2ap1023),
      (709.7827128933841, .infinity), (-745.1332191019411, least), (-745.1332191019412, 0),
      (-746, 0),
    ]
    for (x, expected) in cases {
      #expect(Numerics.exp(SIMD4(repeating: x)) == SIMD4(repeating: expected), "exp(\(x))")
    }
    let mixed = Numerics.exp(SIMD4(.nan, 0, -.infinity, .infinity))
    #expect(mixed[0].isNaN)
    #expect(mixed.highHalf == SIMD2(0, .infinity))
    #expect(mixed[1] == 1)
    #expect(Numerics.exp(SIMD4(repeating: -.nan))[2].isNaN)
  }

  @Test("treats each lane by itself, next to any other")
  func lanes() {
    let values = [0.5, -3, 700, -740, .infinity, -.infinity, 1e-300, 20]
    for a in values {
      for b in values {
        let together = Numerics.exp(SIMD4(a, b, b, a))
        #expect(together[0] == Numerics.exp(SIMD4(repeating: a))[0])
        #expect(together[2] == Numerics.exp(SIMD4(repeating: b))[3])
      }
    }
  }

  @Test("never decreases from one number to the next, also where n changes")
  func monotone() {
    for k in -20...20 {
      var x = (Double(k) + 0.5) * Foundation.log(2)
      for _ in 0..<500 { x = x.nextDown }
      var last = 0.0
      for _ in 0..<1000 {
        let y = Numerics.exp(SIMD4(repeating: x))[0]
        #expect(y >= last)
        last = y
        x = x.nextUp
      }
    }
  }

  @Test("gives the same bits on every processor")
  func bits() {
    let results = (0..<20_000).map { index in
      Numerics.exp(SIMD4(repeating: -750 + 0.073 * Double(index)))[0]
    }
    #expect(UlpError.hash(of: results) == 16_270_423_569_159_175_323)
  }
}
