// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities
import Showers
import Testing

/// Looks at every step and does nothing.
private struct Onlooker: Emitter {
  static var isIdle: Bool { false }
  var steps = 0
  var longest = 0.0
  mutating func begin(event: Int, seed: UInt64) {}
  mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {
    steps += 1
    longest = max(longest, step.length)
  }
  mutating func endEvent() {}
  mutating func merge(_ later: Onlooker) {
    steps += later.steps
    longest = max(longest, later.longest)
  }
}

/// Takes nine tenths of the first electron's energy above 1 GeV, once a shower.
private struct Thief: Emitter {
  static var isIdle: Bool { false }
  var stolen = 0.0
  var isDone = false
  mutating func begin(event: Int, seed: UInt64) { isDone = false }
  mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {
    guard !isDone, step.start.species == .electron, emission.particle.energy > 1 else { return }
    isDone = true
    stolen += 0.9 * emission.particle.energy
    emission.particle.energy *= 0.1
  }
  mutating func endEvent() {}
  mutating func merge(_ later: Thief) { stolen += later.stolen }
}

/// Adds a photon to every shower at its first step.
private struct Giver: Emitter {
  static var isIdle: Bool { false }
  var isDone = false
  mutating func begin(event: Int, seed: UInt64) { isDone = false }
  mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {
    guard !isDone else { return }
    isDone = true
    var photon = emission.particle
    photon.species = .photon
    photon.energy = 0.5
    emission.add(photon)
  }
  mutating func endEvent() {}
  mutating func merge(_ later: Giver) {}
}

@Suite("emitters")
struct EmitterTests {
  @Test("who only looks does not change the shower")
  func onlooker() throws {
    let simulation = try Shipped.simulation(energy: .gev(10))
    let alone = simulation.run(events: 40, seed: 1).tally
    let seen = simulation.run(events: 40, seed: 1, watcher: Onlooker())
    #expect(seen.watcher.steps > 40 * 1000)
    #expect(alone.slabs.mean(6) == seen.tally.slabs.mean(6))
    #expect(alone.trackLength(of: .photon) == seen.tally.trackLength(of: .photon))
  }

  @Test("what is taken is missing from the block, and accounted for")
  func thief() throws {
    let run = try Shipped.simulation(energy: .gev(10)).run(events: 40, seed: 1, watcher: Thief())
    let emitted = run.tally.totals.mean(ShowerTally.Total.emitted.rawValue)
    #expect(isNear(emitted, run.watcher.stolen / 40, 1e-12))
    #expect(emitted > 8)
    #expect(run.tally.imbalance < 1e-12)
  }

  @Test("what is added is followed")
  func giver() throws {
    let simulation = try Shipped.simulation(energy: .gev(2))
    let run = simulation.run(events: 40, seed: 1, watcher: Giver())
    #expect(isNear(run.tally.totals.mean(ShowerTally.Total.emitted.rawValue), -0.5, 1e-12))
    #expect(run.tally.totals.mean(ShowerTally.Total.deposit.rawValue) > 2.4)
    #expect(run.tally.imbalance < 1e-12)
  }
}
