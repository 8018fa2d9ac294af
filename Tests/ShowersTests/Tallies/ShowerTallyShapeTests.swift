// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities
import Showers
import Testing

@Suite("the shape of showers")
struct ShowerTallyShapeTests {
  @Test("the maximum lies where finer slabs have it, and a block that ends before it has none")
  func maximum() throws {
    let coarse = try Shipped.simulation(energy: .gev(10)).run(events: 150, seed: 1).tally
    let unit = coarse.scale.slabWidth
    let maximum = try #require(coarse.maximum(inDepth: 40 * unit))
    let fine = try ShowerSimulation(
      ShowerSetup(
        material: Shipped.material("lead"), depth: .mm(40 * unit), beam: .electron,
        energy: .gev(10), cut: .mev(1), slab: .mm(unit * 1.5)), from: Shipped.folder()
    ).run(events: 150, seed: 1).tally
    let other = try #require(fine.maximum(inDepth: 40 * unit))
    #expect(abs(maximum - other) < 0.3 * unit)
    #expect(maximum > 5 * unit && maximum < 8 * unit)
    let short = try Shipped.simulation(energy: .gev(10), depth: 3).run(events: 20, seed: 1).tally
    #expect(short.maximum(inDepth: 3 * unit) == nil)
  }

  @Test(
    "a radius holds the share that the profile has within it", arguments: [0.1, 0.5, 0.9, 0.99])
  func radius(share: Double) throws {
    let tally = try Shipped.simulation(energy: .gev(5)).run(events: 20, seed: 1).tally
    let radius = try #require(tally.radialProfile.radius(of: share))
    #expect(isNear(tally.radialProfile.fraction(within: radius), share, 1e-12))
  }

  @Test("a record of each shower adds up to the tally, in the order of events")
  func records() throws {
    let simulation = try Shipped.simulation(energy: .gev(20))
    var records: [ShowerRecord] = []
    let tally = simulation.run(events: 50, seed: 1, records: { records.append($0) }).tally
    #expect(records.count == 50)
    for slab in 0..<tally.slabs.count {
      let mean = records.reduce(0) { $0 + $1.slabs[slab] } / 50
      #expect(isNear(mean, tally.slabs.mean(slab), 1e-12))
    }
    for record in records {
      #expect(isNear(record[.deposit], record.slabs.reduce(0, +), 1e-15))
      let out = record[.deposit] + record[.front] + record[.back] + record[.side]
      // A positron that leaves takes along what its annihilation would set free.
      let taken = (20 - out) / (2 * Electron.mass)
      #expect(taken > -1e-5 && (taken - taken.rounded()).magnitude < 1e-5)
    }
    var first: [ShowerRecord] = []
    _ = simulation.run(events: 3, seed: 1, records: { first.append($0) })
    #expect(first == Array(records.prefix(3)))
  }
}
