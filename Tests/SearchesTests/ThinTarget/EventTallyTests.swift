// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Kinematics
import Numerics
import Searches
import Testing

@Suite("Tallies of events")
struct EventTallyTests {
  @Test("tallies of blocks add up to that of the whole")
  func merging() throws {
    let events = try TargetHall.events(TargetHall.fate(epsilon: 1e-4))
    var whole = try EventTally(of: events)
    for event in events.events(0..<300) { whole.add(event) }
    var sum = try EventTally(of: events)
    for block in [0..<100, 100..<300] {
      var part = try EventTally(of: events)
      for event in events.events(block) { part.add(event) }
      try sum.merge(part)
    }
    #expect(sum.count == 300)
    #expect(sum.share.total.value == whole.share.total.value)
    for path in [\EventTally.meanShare, \.meanAngle, \.meanDecay] {
      let (one, other) = (sum[keyPath: path].estimate, whole[keyPath: path].estimate)
      #expect(abs((one?.value ?? 0) / (other?.value ?? 1) - 1) < 1e-13)
      #expect(abs((one?.error ?? 0) / (other?.error ?? 1) - 1) < 1e-9)
    }
    #expect(sum.columns[0].effectiveCount == 300)
    #expect(sum.worstImbalance == whole.worstImbalance)
  }

  /// X along the axis at x = 1/2, which nothing turns.
  private static func straight(_ fate: BosonFate) throws -> ThinTargetEvents {
    let electron = NumberedSpecies(id: 11, name: "e-", mass: 0.000_510_998_95)
    return try TargetHall.events(
      on: ThinTarget([ThinTarget.Kind(electron, share: 1, StraightSampler(crossSection: 1))]), fate)
  }

  @Test("energy and angle of X are those of the events")
  func moments() throws {
    let events = try Self.straight(.isLeft)
    var tally = try EventTally(of: events)
    for event in events.events(0..<10) { tally.add(event) }
    #expect(abs((tally.meanShare.estimate?.value ?? 0) - 0.5) < 1e-15)
    #expect(tally.meanAngle.estimate?.value == 0)
    #expect(tally.meanDecay.estimate == nil)
    #expect(tally.acceptedShare == nil)
  }

  @Test("an X that is left is accepted where it passes through the opening itself")
  func left() throws {
    let events = try Self.straight(.isLeft)
    for (centre, expected) in [(0.0, 1.0), (5, 0)] {
      let opening = ApertureShape.disc(centre: SIMD2(centre, 0), radius: 1)
      var tally = try EventTally(
        of: events, through: Acceptance([try Aperture("a", z: 100, opening)]))
      for event in events.events(0..<10) { tally.add(event) }
      #expect(tally.acceptedShare?.value == expected)
    }
  }

  @Test("both leptons have to hit: the share is that of pairs counted one by one")
  func pairs() throws {
    let events = try Self.straight(TargetHall.fate(epsilon: 1e-3))
    let radius = 5.0
    let aperture = try Aperture("a", z: 10_000, .disc(radius: radius))
    var tally = try EventTally(of: events, through: Acceptance([aperture]))
    var hits = 0
    let count = 1000
    for event in events.events(0..<count) {
      tally.add(event)
      let vertex = event.vertices[1].position
      let inside = event.particles[3...].allSatisfy { particle in
        let p = particle.momentum.momentum
        guard p.z > 0 else { return false }
        let flight = (10_000 - vertex.z) / p.z
        let (x, y) = (vertex.x + flight * p.x, vertex.y + flight * p.y)
        return x * x + y * y <= radius * radius
      }
      hits += inside ? 1 : 0
    }
    let accepted = try #require(tally.acceptedShare)
    let p = Double(hits) / Double(count)
    #expect(p > 0.1 && p < 0.99)
    #expect(abs(accepted.value - p) < 1e-12)
    #expect(abs(accepted.error - (p * (1 - p) / Double(count)).squareRoot()) < 1e-12)
  }
}
