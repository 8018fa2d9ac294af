// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Showers
import Testing

@Suite("batches of random numbers")
struct ShowerRandomTests {
  @Test("means and mean squares of uniform and exponential numbers")
  func moments() {
    var random = ShowerRandom(seed: 8, event: 3)
    var sums = SIMD4<Double>()
    let count = 400_000
    var isInside = true
    for _ in 0..<count {
      let u = random.uniform()
      let x = random.exponential()
      sums += SIMD4(u, u * u, x, x * x)
      isInside = isInside && u > 0 && u < 1 && x > 0
    }
    #expect(isInside)
    let means = sums / Double(count)
    #expect(isNear(means[0], 0.5, 0.004) && isNear(means[1], 1.0 / 3, 0.006))
    #expect(isNear(means[2], 1, 0.008) && isNear(means[3], 2, 0.02))
  }

  @Test("azimuths lie evenly on the circle")
  func azimuths() {
    var random = ShowerRandom(seed: 9, event: 0)
    var quadrants = [0, 0, 0, 0]
    var worst = 0.0
    for _ in 0..<100_000 {
      let (cosine, sine) = random.azimuth()
      worst = max(worst, (cosine * cosine + sine * sine - 1).magnitude)
      quadrants[(cosine > 0 ? 1 : 0) + (sine > 0 ? 2 : 0)] += 1
    }
    #expect(worst < 1e-10)
    for count in quadrants { #expect(isNear(Double(count), 25_000, 0.03)) }
  }
}
