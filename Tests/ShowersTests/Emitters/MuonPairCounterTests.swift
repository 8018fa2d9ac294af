// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Showers
import Testing

@Suite("muon pairs of showers")
struct MuonPairCounterTests {
  @Test("4.7e-5 pairs an electron of 100 GeV on lead from photons above 10 GeV, within 3%")
  func lead() throws {
    let setup = try ShowerSetup(
      material: Shipped.material("lead"), depth: .mm(224.5), beam: .electron, energy: .gev(100),
      onlyAbove: .gev(5))
    let process = MuonPairs(setup.medium, muonMass: 0.1056583755)
    let counter = MuonPairCounter(process, above: 10, upTo: 100)
    let run = try ShowerSimulation(setup, from: Shipped.folder())
      .run(events: 5000, seed: 1, watcher: counter)
    #expect(isNear(run.watcher.pairs / 5000, 4.7e-5, 0.03))
  }
}
