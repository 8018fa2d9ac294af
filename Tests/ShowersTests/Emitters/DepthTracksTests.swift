// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Showers
import Testing

@Suite("track lengths in depth")
struct DepthTracksTests {
  @Test("the slabs add up to the whole")
  func sum() throws {
    let simulation = try Shipped.simulation(energy: .gev(10))
    let run = simulation.run(
      events: 20, seed: 1, watcher: DepthTracks(simulation.setup, slabWidth: 30))
    for species in ShowerSpecies.allCases {
      let whole = run.tally.trackLength(of: species).length(above: 0.01)
      let parts = (0..<run.watcher.slabs).reduce(0) {
        $0 + run.watcher.spectrum(of: species, slab: $1).length(above: 0.01)
      }
      #expect(isNear(parts, whole, 1e-9), "\(species)")
    }
  }
}
