// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference
import Testing

@Suite("P(N >= n)")
struct ExcessTestTests {
  @Test("keeps its digits far out in the tail")
  func tail() throws {
    // e^-1 sum over n >= 30 of 1/n!, dominated by its first terms.
    let first = exp(-1 - lgamma(31))
    let expected = first * (1 + 1 / 31.0 + 1 / (31.0 * 32) + 1 / (31.0 * 32 * 33))
    let p = try ExcessTest.pValue(of: counting(30, 1))
    #expect(abs(p.value / expected - 1) < 1e-6)
    #expect(p.test == "P(N >= 30)")
  }

  @Test("of a gamma background is Z_Bi with the auxiliary count one larger in its prior")
  func gamma() throws {
    // The gamma density has shape (b/e)^2; Z_Bi averages over shape (b/e)^2 + 1 and the same rate.
    let background = try UncertainValue(1, error: 0.5)
    let shifted = try UncertainValue(1.25, error: (1.25 / 4).squareRoot(), shape: .gamma)
    let excess = try ExcessTest.pValue(of: CountingModel(observed: 4, background: shifted))
    let binomial = try BinomialTest.pValue(observed: 4, background: background)
    #expect(abs(excess.value - binomial.value) < 1e-12)
  }

  @Test("of several bins is that of their sum")
  func sum() throws {
    let bins = try [(1.0, 0.3), (2, 1.1), (0, 0.4)].map {
      try CountingBin(observed: $0.0, background: UncertainValue($0.1))
    }
    let parts = try ExcessTest.pValue(of: CountingModel(bins: bins)).value
    #expect(abs(parts - (1 - poissonSum(upTo: 2, mean: 1.8))) < 1e-12)
  }

  @Test("is one without events")
  func certain() throws {
    let p = try ExcessTest.pValue(of: counting(0, 0.17, error: 0.02))
    #expect(p.value == 1 && p.twoSided == 0 && p.oneSided == -.infinity)
  }
}
