// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Quantities
import Showers
import Testing

/// Counts the energy that steps lose by material, and what falls below the cutoffs.
private struct Bookkeeper: Emitter {
  static var isIdle: Bool { false }
  static var takesRemnants: Bool { true }
  var losses = [0.0, 0.0]
  var remnants = 0.0
  var count = 0
  var isInOrder = true

  mutating func begin(event: Int, seed: UInt64) {}
  mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {
    guard step.medium >= 0 else { return }
    losses[step.medium] += step.start.energy - step.energyAfter
    // Pairs of 1.5 mm: the material is that of the place.
    let middle = 0.5 * (step.start.position.z + step.end.z)
    let layer = Int(middle / 1.5)
    if (step.end.z - step.start.position.z).magnitude > 1e-6, layer % 2 != step.medium {
      isInOrder = false
    }
  }
  mutating func take(_ remnant: ShowerParticle) {
    remnants += remnant.energy
    count += 1
  }
  mutating func endEvent() {}
  mutating func merge(_ later: Bookkeeper) {
    for medium in 0..<2 { losses[medium] += later.losses[medium] }
    remnants += later.remnants
    count += later.count
    isInOrder = isInOrder && later.isInOrder
  }
}

@Suite("showers in layers")
struct LayeredSimulationTests {
  @Test("no energy is lost or made", arguments: ShowerSpecies.allCases)
  func balance(species: ShowerSpecies) throws {
    let block = try Stacks.pairs(30, halfWidth: 30)
    let run = try Stacks.simulation(block, energy: 3, of: species).run(events: 20, seed: 1)
    #expect(run.tally.imbalance < 1e-9)
    #expect(run.tally[.back].mean > 0.01)
    #expect(run.tally[.side].mean > 0.001)
  }

  @Test(
    "beams of less than the threshold of pairs keep their energy too",
    arguments: [0.00011, 0.0003, 0.0005, 0.002], ShowerSpecies.allCases)
  func soft(energy: Double, species: ShowerSpecies) throws {
    let tables = try LayeredTables(
      Stacks.pairs(4, halfWidth: 30), upTo: .gev(energy), from: Shipped.folder())
    let beam = ShowerParticle(species, energy: energy)
    let run = LayeredSimulation(tables, beam: beam).run(events: 40, seed: 1)
    #expect(run.tally.events == 40)
    #expect(run.tally.imbalance < 1e-9)
  }

  @Test("light is found in the cells where they stand")
  func displacedCells() throws {
    let cells = CellGrid(columns: 2, rows: 2, side: 400, x: 100, y: -100)
    let block = try Stacks.pairs(30, cells: cells)
    let run = try Stacks.simulation(block, energy: 1).run(events: 20, seed: 1)
    // The axis passes through the upper cell on the left.
    let central = run.tally.cell(2).mean
    #expect(central > 0.8 * run.tally.allSections.mean)
    #expect(run.tally.cell(1).mean < 0.05 * central)
  }

  @Test("the same bytes on one thread and on two")
  func threads() throws {
    let simulation = try Stacks.simulation(Stacks.pairs(cells: Stacks.cells), energy: 2)
    var records: [[LayeredRecord]] = [[], []]
    for threads in [1, 2] {
      _ = simulation.run(
        events: 210, seed: 8, runner: BlockRunner(threads: threads),
        records: { records[threads - 1].append($0) })
    }
    #expect(records[0] == records[1])
    #expect(records[0].count == 210)
  }

  @Test("layers, cells and sections hold the same light, and without saturation all the energy")
  func sums() throws {
    let block = try Stacks.pairs(60, preshower: 8)
    _ = try Stacks.simulation(block, energy: 2).run(
      events: 5, seed: 2,
      records: { record in
        let layers = record.layers.reduce(0, +)
        #expect(isNear(record.cells.reduce(0, +), layers, 1e-12))
        #expect(isNear(record.sections.reduce(0, +), layers, 1e-12))
        #expect(isNear(record.active, layers, 1e-9))
        #expect(isNear(record.layers[..<8].reduce(0, +), record.sections[0], 1e-12))
      })
  }

  @Test("layers of one material share the energy by their thickness")
  func oneMaterial() throws {
    let tally = try Stacks.simulation(Stacks.pairs(75, of: "lead"), energy: 3)
      .run(events: 60 * Effort.factor, seed: 4).tally
    let (active, absorber) = (tally[.active], tally[.absorber])
    let difference = active.mean - absorber.mean
    #expect(difference.magnitude < 4 * 2 * active.error)
  }

  @Test("one layer is the homogeneous block")
  func oneLayer() throws {
    var block = LayeredBlock(halfWidth: 500)
    block.addLayer(of: try Shipped.material("lead"), thickness: 10 * Shipped.radiationLength)
    let layered = try Stacks.simulation(block, energy: 2, cuts: .hard(.mev(1)))
      .run(events: 2000 * Effort.factor, seed: 5).tally
    let whole = try Shipped.simulation(energy: .gev(2), depth: 10)
      .run(events: 2000 * Effort.factor, seed: 6).tally
    let back = ShowerTally.Total.back.rawValue
    let difference = layered[.back].mean - whole.totals.mean(back)
    #expect(difference.magnitude < 5 * layered[.back].error + 0.01 * layered[.back].mean)
  }

  @Test("a gap changes nothing for a narrow shower but its place")
  func gap() throws {
    let lead = try Shipped.material("lead")
    var depths: [LayeredTally] = []
    for gap in [0.0, 300] {
      var block = LayeredBlock(halfWidth: 5000)
      block.addLayer(of: lead, thickness: 20)
      if gap > 0 { block.addGap(thickness: gap) }
      block.addLayer(of: lead, thickness: 20)
      depths.append(
        try Stacks.simulation(block, energy: 1, cuts: .hard(.mev(1)))
          .run(events: 1000, seed: 7).tally)
    }
    let (near, far) = (depths[0][.back], depths[1][.back])
    #expect((near.mean - far.mean).magnitude < 5 * (near.error + far.error))
    #expect(depths[1].imbalance < 1e-9)
  }

  @Test("saturation takes light where the loss is dense")
  func birks() throws {
    let free = try Stacks.simulation(Stacks.pairs(80), energy: 1).run(events: 40, seed: 9).tally
    let bound = try Stacks.simulation(Stacks.pairs(80, birks: 0.126), energy: 1)
      .run(events: 40, seed: 9).tally
    #expect(isNear(free[.active].mean, bound[.active].mean, 1e-12))
    let ratio = bound.allSections.mean / free.allSections.mean
    // A minimum-ionising electron of 0.2 MeV/mm loses 2.5%, slower ones more.
    #expect(ratio < 0.98)
    #expect(ratio > 0.92)
  }

  @Test("a beam at an angle moves through the cells")
  func slanted() throws {
    let block = try Stacks.pairs(60, halfWidth: 114.6, cells: Stacks.cells)
    let direction = ShowerVector(0.3, 0, (1 - 0.09).squareRoot())
    var mean = 0.0
    _ = try Stacks.simulation(block, energy: 1, direction: direction).run(
      events: 30, seed: 10,
      records: { mean += $0.moments[0].x / $0.sections[0] / 30 })
    // About 24 pairs deep.
    #expect((mean - 0.3 * 24 * 3).magnitude < 6)
  }

  @Test("steps know their material, and what is not followed is handed over")
  func remnants() throws {
    let block = try Stacks.pairs(100)
    let simulation = try Stacks.simulation(block, energy: 20, cuts: .onlyAbove(.gev(0.9)))
    let run = simulation.run(events: 30, seed: 11, watcher: Bookkeeper())
    #expect(run.tally.imbalance < 1e-9)
    #expect(run.watcher.isInOrder)
    #expect(run.watcher.count > 30 * 10)
    #expect(isNear(run.watcher.losses[1] / 30, run.tally[.active].mean, 1e-9))
    // Positrons take twice their mass along.
    let emitted = run.tally[.emitted].mean
    #expect(run.watcher.remnants / 30 <= emitted)
    #expect(run.watcher.remnants / 30 > emitted - 0.1)
    #expect(emitted > 18)
  }
}
