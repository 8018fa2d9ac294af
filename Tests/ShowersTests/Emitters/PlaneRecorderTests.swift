// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Showers
import Testing

@Suite("particles at a plane")
struct PlaneRecorderTests {
  @Test("behind the block the recorder holds what leaked")
  func back() throws {
    let simulation = try Shipped.simulation(energy: .gev(5), depth: 8)
    let recorder = PlaneRecorder(depth: simulation.setup.block.depth, above: 0)
    let run = simulation.run(events: 30, seed: 1, watcher: recorder)
    let sum = run.watcher.crossings.reduce(0) { $0 + $1.particle.energy } / 30
    #expect(isNear(sum, run.tally.totals.mean(ShowerTally.Total.back.rawValue), 1e-9))
    #expect(run.watcher.crossings.allSatisfy { $0.particle.direction.z > -1 })
    #expect(run.watcher.crossings.last?.event == 29)
  }

  @Test("light needs the depth over c, all others longer")
  func time() throws {
    let simulation = try Shipped.simulation(energy: .gev(5), depth: 8)
    let depth = 3 * Shipped.radiationLength
    let run = simulation.run(
      events: 10, seed: 1, watcher: PlaneRecorder(depth: depth, above: 0.01))
    #expect(!run.watcher.crossings.isEmpty)
    for crossing in run.watcher.crossings {
      #expect(crossing.particle.time >= depth / PhysicalConstants.speedOfLight * (1 - 1e-9))
      #expect(isNear(crossing.particle.position.z, depth, 1e-9))
      #expect(crossing.particle.energy >= 0.01)
    }
  }
}
