// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics
import Production
import Searches
import Testing

@Suite("Thin targets")
struct ThinTargetTests {
  private static func species(_ id: Int32) -> NumberedSpecies {
    NumberedSpecies(id: id, name: "atom \(id)", mass: 1)
  }

  @Test("atoms are met in the ratio n_i sigma_i")
  func shares() throws {
    let target = try ThinTarget([
      ThinTarget.Kind(Self.species(1), share: 4, StraightSampler(crossSection: 1)),
      ThinTarget.Kind(Self.species(2), share: 1, StraightSampler(crossSection: 10)),
      ThinTarget.Kind(Self.species(3), share: 1, StraightSampler(crossSection: 6)),
    ])
    #expect(abs(target.crossSections[0] - 20.0 / 6) < 1e-14)
    let events = try TargetHall.events(on: target, .isLeft)
    var counts: [Int32: Double] = [:]
    for event in events.events(0..<20_000) { counts[event.particles[1].id, default: 0] += 1 }
    var chiSquare = 0.0
    for (id, probability) in [(Int32(1), 0.2), (2, 0.5), (3, 0.3)] {
      let expected = 20_000 * probability
      chiSquare +=
        (counts[id, default: 0] - expected) * (counts[id, default: 0] - expected) / expected
    }
    #expect(chiSquare < 18.4, "two degrees of freedom, 1e-4")
  }

  @Test("a cross section of zero makes no events")
  func nothing() {
    let error = #expect(throws: ProductionError.self) {
      try ThinTarget([
        ThinTarget.Kind(Self.species(1), share: 1, StraightSampler(crossSection: 0))
      ])
    }
    #expect(
      error?.description == "no events (the cross section is zero) choose an energy above the "
        + "threshold and a coupling above zero")
  }

  @Test("one event has a weight of mean 1 for each of several masses")
  func hypotheses() throws {
    let processes = try [0.01, 0.0167, 0.03].map { mass in
      try TargetHall.bremsstrahlung(mass: mass, on: "Pb")
    }
    let masses = try BremsstrahlungHypotheses(processes, at: TargetHall.energy)
    let target = try ThinTarget(
      TargetHall.numbering().nucleus(of: TargetHall.element("Pb")), masses)
    for (sigma, process) in zip(target.crossSections, processes) {
      let total = try process.total(at: TargetHall.energy).value
      #expect(abs(sigma / total - 1) < 1e-3)
    }
    let events = try TargetHall.events(on: target, .isLeft)
    #expect(events.crossSections.count == 3)
    var tally = try EventTally(of: events)
    for event in events.events(0..<2000) {
      #expect(event.flaw(weights: 3) == nil)
      tally.add(event)
    }
    for column in tally.columns {
      #expect(abs(column.mean - 1) < 4 * column.error)
      #expect(column.effectiveCount > 200)
    }
    #expect(tally.worstImbalance < 1e-12)
  }
}
