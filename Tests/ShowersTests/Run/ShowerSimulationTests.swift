// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Quantities
import Showers
import Testing

@Suite("simulated showers")
struct ShowerSimulationTests {
  @Test(
    "every event keeps its energy to 1e-9, rest masses included",
    arguments: [ShowerSpecies.electron, .positron, .photon])
  func conservation(beam: ShowerSpecies) throws {
    // So thin a block that much leaves through all faces, and so low a cut that positrons annihilate
    // into photons that are followed.
    for depth in [1.0, 12] {
      let simulation = try Shipped.simulation(
        beam: beam, energy: .gev(2), cut: .mev(0.2), depth: depth)
      let tally = simulation.run(events: 30, seed: 1).tally
      #expect(tally.imbalance < 1e-12)
      #expect(tally.events == 30)
    }
  }

  @Test(
    "beams of less than the threshold of pairs keep their energy too",
    arguments: [0.11, 0.3, 0.5, 2], [ShowerSpecies.electron, .positron, .photon])
  func soft(energy: Double, beam: ShowerSpecies) throws {
    let simulation = try Shipped.simulation(
      beam: beam, energy: .mev(energy), cut: .mev(0.1), depth: 2)
    let tally = simulation.run(events: 40, seed: 1).tally
    #expect(tally.events == 40)
    #expect(tally.imbalance < 1e-9)
  }

  @Test("any number of threads gives the same numbers, digit for digit", arguments: [2, 3, 7])
  func threads(threads: Int) throws {
    let simulation = try Shipped.simulation(energy: .gev(20))
    let one = simulation.run(events: 70, seed: 5).tally
    let more = simulation.run(events: 70, seed: 5, runner: BlockRunner(threads: threads)).tally
    for slab in 0..<one.slabs.count {
      #expect(one.slabs.mean(slab).bitPattern == more.slabs.mean(slab).bitPattern)
      #expect(one.slabs.rms(slab).bitPattern == more.slabs.rms(slab).bitPattern)
    }
    for species in ShowerSpecies.allCases {
      #expect(one.trackLength(of: species) == more.trackLength(of: species))
    }
    #expect(
      one.radialProfile.fraction(within: 7).bitPattern
        == more.radialProfile.fraction(within: 7).bitPattern)
  }

  @Test("another seed is another shower, the same seed the same")
  func seeds() throws {
    let simulation = try Shipped.simulation(energy: .gev(5))
    func first(_ seed: UInt64) -> Double {
      simulation.run(events: 1, seed: seed).tally.slabs.mean(5)
    }
    #expect(first(1) == first(1))
    #expect(first(1) != first(2))
  }

  @Test("a cancelled run keeps whole showers")
  func cancellation() throws {
    let simulation = try Shipped.simulation(energy: .gev(5))
    let cancellation = Cancellation()
    let run = simulation.run(events: 5000, seed: 1, cancellation: cancellation) { done in
      if done > 100 { cancellation.cancel() }
    }
    #expect(run.outcome.ending == .cancelled)
    #expect(run.tally.events > 100 && run.tally.events < 5000)
    #expect(run.tally.imbalance < 1e-12)
  }

  @Test("no events give an empty tally")
  func noEvents() throws {
    let tally = try Shipped.simulation(energy: .gev(5)).run(events: 0, seed: 1).tally
    #expect(tally.events == 0)
    #expect(tally.slabs.mean(3) == 0)
    #expect(tally.radialProfile.fraction(within: 10) == 0)
  }

  @Test("a compound of light elements showers, and keeps its energy")
  func compound() throws {
    let setup = try ShowerSetup(
      material: Shipped.material("polystyrene"), depth: .mm(4000), beam: .electron,
      energy: .gev(5), cut: .mev(1))
    let tally = try ShowerSimulation(setup, from: Shipped.folder()).run(events: 40, seed: 1).tally
    #expect(tally.imbalance < 1e-12)
    let deposit = tally.totals.mean(ShowerTally.Total.deposit.rawValue)
    #expect(deposit > 4 && deposit < 5)
  }
}
