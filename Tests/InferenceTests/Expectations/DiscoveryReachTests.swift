// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Discovery reach")
struct DiscoveryReachTests {
  @Test(
    "has the smallest count that is significant enough, reached with the power asked for",
    arguments: [(0.016, 5.0), (0.53, 3), (12, 5), (200, 3)])
  func critical(_ background: Double, _ deviations: Double) throws {
    let reach = try DiscoveryReach(
      for: counting(0, background), deviations: deviations, power: 0.9)
    let count = Double(reach.criticalCount)
    let allowed = PValue.oneSided(of: deviations)
    #expect(try ExcessTest.pValue(of: counting(count, background)).value <= allowed)
    #expect(try ExcessTest.pValue(of: counting(count - 1, background)).value > allowed)
    let reached = 1 - poissonSum(upTo: reach.criticalCount - 1, mean: reach.signal + background)
    #expect(abs(reached - 0.9) < 1e-9)
  }

  @Test("recedes with the error of the background")
  func uncertain() throws {
    let known = try DiscoveryReach(for: counting(0, 20))
    let uncertain = try DiscoveryReach(for: counting(0, 20, error: 6, shape: .gamma))
    #expect(uncertain.criticalCount > known.criticalCount && uncertain.signal > known.signal + 10)
  }
}
