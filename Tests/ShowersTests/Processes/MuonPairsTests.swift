// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Showers
import Testing

@Suite("muon pairs")
struct MuonPairsTests {
  @Test(
    "0.33, 0.71 and 0.89 mb on lead at 10, 50 and 100 GeV within 2%",
    arguments: [(10, 0.33), (50, 0.71), (100, 0.89)])
  func lead(energy: Double, millibarn: Double) throws {
    let process = MuonPairs(try Shipped.lead(), muonMass: 0.1056583755)
    let value = 1e3 * process.crossSection(z: 82, atomicWeight: 207.2, energy: energy)
    #expect(isNear(value, millibarn, 0.02))
  }

  @Test("nothing below four muon masses")
  func threshold() throws {
    let process = MuonPairs(try Shipped.lead(), muonMass: 0.1056583755)
    #expect(process.total(0.42) == 0)
    #expect(process.total(1) > 0)
  }
}
