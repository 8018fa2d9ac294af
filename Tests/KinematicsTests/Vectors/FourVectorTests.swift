// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Testing

@Suite("FourVector")
struct FourVectorTests {
  @Test("sums, differences and products follow the components and the metric")
  func arithmetic() {
    let a = FourVector(energy: 5, momentum: ThreeVector(1, 2, 3))
    let b = FourVector(energy: 7, momentum: ThreeVector(-1, 4, 2))
    #expect((a + b).components == SIMD4(12, 0, 6, 5))
    #expect((a - b).components == SIMD4(-2, 2, -2, 1))
    #expect((-a).components == SIMD4(-5, -1, -2, -3))
    #expect((2 * a).components == SIMD4(10, 2, 4, 6))
    #expect(a.dot(b) == 35 + 1 - 8 - 6)
    #expect(a.massSquared == 11)
    #expect(a.transverse == 5.0.squareRoot())
    var sum = a
    sum += b
    #expect(sum == a + b)
  }

  @Test("the invariant mass of given components is exact to rounding, whatever cancels")
  func massSquared() {
    var random = RandomConfigurations("mass squared")
    for _ in 0..<3000 {
      let (p, _) = random.nearlyParallelIntegers(within: 1)
      let length = ThreeVector(p).length
      let energy = Int(length) + random.stream.integer(below: 1000) - 500
      let spatial = (0..<3).reduce(Int128(0)) { $0 + Int128(p[$1]) * Int128(p[$1]) }
      let exact = Double(Int128(energy) * Int128(energy) - spatial)
      let vector = FourVector(energy: Double(energy), momentum: ThreeVector(p))
      // 1e-31 of the squares beside 1e-16 of the result.
      #expect(abs(vector.massSquared - exact) <= 2.3e-16 * abs(exact) + 1e-31 * length * length)
      #expect(!vector.mass.isNaN)
    }
  }

  @Test("a space-like vector has a negative mass, not NaN")
  func spaceLike() {
    #expect(FourVector(energy: 3, momentum: ThreeVector(5, 0, 0)).mass == -4)
    #expect(FourVector(energy: 5, momentum: ThreeVector(0, 3, 0)).mass == 4)
    #expect(FourVector.zero.mass == 0)
  }

  @Test("rapidity: artanh of a slow, ln(2 E / m_T) of a fast particle, none if space-like")
  func rapidity() throws {
    let slow = FourVector(energy: 1, momentum: ThreeVector(0, 0, -1e-9))
    #expect(abs(try #require(slow.rapidity) + 1e-9) < 1e-24)
    let fast = FourVector(energy: 1 + 0x1p-50, momentum: ThreeVector(0, 0, 1))
    let exact = 0.5 * log((2 + 0x1p-50) / 0x1p-50)
    #expect(abs(try #require(fast.rapidity) - exact) < 1e-14)
    #expect(FourVector(energy: 1, momentum: ThreeVector(0, 0, 1)).rapidity == nil)
    #expect(FourVector(energy: 1, momentum: ThreeVector(0, 0, 2)).rapidity == nil)
  }
}
