// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Testing

@Suite("ThreeVector")
struct ThreeVectorTests {
  @Test("products and sums follow the components")
  func arithmetic() {
    let a = ThreeVector(1, 2, 3)
    let b = ThreeVector(-4, 5, 7)
    #expect(a + b == ThreeVector(-3, 7, 10))
    #expect(a - b == ThreeVector(5, -3, -4))
    #expect(2 * a == ThreeVector(2, 4, 6))
    #expect(-a == ThreeVector(-1, -2, -3))
    #expect(a.dot(b) == 27)
    #expect(a.cross(b) == ThreeVector(-1, -19, 13))
    #expect(ThreeVector(3, 4, 12).length == 13)
    #expect(ThreeVector(3, 4, 12).transverse == 5)
    var sum = a
    sum += b
    #expect(sum == a + b)
  }

  @Test(
    "the vector product of almost parallel vectors is good to the last digits",
    arguments: [10, 1 << 20, 1 << 49])
  func crossProduct(within limit: Int) {
    var random = RandomConfigurations("cross")
    for _ in 0..<2000 {
      let (a, b) = random.nearlyParallelIntegers(within: limit)
      let product = ThreeVector(a).cross(ThreeVector(b))
      for (computed, exact) in zip([product.x, product.y, product.z], exactCross(a, b)) {
        #expect(abs(computed - Double(exact)) <= 2.3e-16 * abs(Double(exact)))
      }
    }
  }
}
