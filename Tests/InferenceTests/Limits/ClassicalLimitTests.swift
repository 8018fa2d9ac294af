// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Classical limit")
struct ClassicalLimitTests {
  @Test("is the Poisson limit less the background, and says so when it vanishes")
  func subtraction() throws {
    #expect(abs(try upper(ClassicalLimit(), counting(3, 1.2)) - (6.680783068255864 - 1.2)) < 1e-10)
    let vanished = try ClassicalLimit().interval(for: counting(0, 3), at: .ninety)
    #expect(vanished.upper == 0)
    #expect(
      vanished.warnings == [
        "the limit vanishes: background alone gives so few events in less than 10% of "
          + "experiments; use cls"
      ])
  }

  @Test("Poisson takes all bins together and ignores their backgrounds")
  func poisson() throws {
    let bins = try [(1.0, 0.4), (2, 0.1)].map {
      try CountingBin(
        observed: $0.0, background: UncertainValue(0.7), efficiency: UncertainValue($0.1))
    }
    let interval = try PoissonLimit().interval(for: CountingModel(bins: bins), at: .ninety)
    #expect(abs(interval.upper - 6.680783068255864 / 0.5) < 1e-9)
    #expect(interval.notes == ["the background is not subtracted"])
  }
}
