// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Estimates")
struct EstimateTests {
  @Test("errors add linearly and scale with the size of a factor")
  func arithmetic() {
    let sum = Estimate(value: 1, error: 0.5) + -2 * Estimate(value: 3, error: 0.25)
    #expect(sum == Estimate(value: -5, error: 1))
    #expect(sum.relativeError == 0.2)
    #expect(sum.description == "-5.0 +- 1.0")
    #expect(Estimate(value: 0, error: 0).relativeError == 0)
    #expect(Estimate(value: 0, error: 1).relativeError == .infinity)
  }
}
