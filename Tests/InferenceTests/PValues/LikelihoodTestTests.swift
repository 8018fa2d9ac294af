// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("P(L <= L_obs)")
struct LikelihoodTestTests {
  @Test("counts outcomes that tie with the data")
  func ties() throws {
    // At a mean of 3 the counts 2 and 3 are equally probable, up to rounding.
    let two = try LikelihoodTest.pValue(of: counting(2, 3)).value
    let three = try LikelihoodTest.pValue(of: counting(3, 3)).value
    #expect(abs(two - 1) < 1e-12 && abs(three - 1) < 1e-12)
    // At 2 the tie of 1 and 2 is the mode, and 3 leaves exactly them out.
    let next = try LikelihoodTest.pValue(of: counting(3, 2)).value
    #expect(abs(next - (1 - 4 * 0.1353352832366127)) < 1e-12)
  }

  @Test("is one for the most probable outcome of several bins")
  func mode() throws {
    let bins = try [(0.0, 0.3), (0, 0.9), (2, 2.5)].map {
      try CountingBin(observed: $0.0, background: UncertainValue($0.1, error: 0.1 * $0.1))
    }
    #expect(abs(try LikelihoodTest.pValue(of: CountingModel(bins: bins)).value - 1) < 1e-12)
  }

  @Test("does not care about the order of the bins, nor about a common factor without error")
  func order() throws {
    let bins = try [(2.0, 0.3), (0, 0.9), (4, 2.5)].map {
      try CountingBin(observed: $0.0, background: UncertainValue($0.1))
    }
    let one = try LikelihoodTest.pValue(of: CountingModel(bins: bins)).value
    let other = try LikelihoodTest.pValue(of: CountingModel(bins: bins.reversed())).value
    #expect(abs(one - other) < 1e-12 && one > 0.01 && one < 0.2)
  }
}
