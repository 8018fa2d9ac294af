// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Foundation
import Kinematics
import Numerics
import Quantities
import Testing

@Suite("Acceptances")
struct AcceptanceTests {
  static func planes() throws -> [Aperture] {
    [
      try Aperture("second", z: 3000, .disc(radius: 300), holes: [.disc(radius: 30)]),
      try Aperture("first", z: 1000, .ring(inner: 10, outer: 120)),
      try Aperture(
        "third", z: 5000, .rectangle(halfSides: [400, 300]),
        holes: [.rectangle(centre: [20, 0], halfSides: [40, 40])]),
    ]
  }

  /// Particles from around the origin, some backwards, some from behind a plane.
  static func states(_ count: Int, charge: Double) -> [TrackState] {
    var stream = RandomStream(seed: 8, name: "acceptance")
    return (0..<count).map { index in
      let direction = Direction(
        polarAngle: index % 50 == 0 ? 3 : 0.12 * stream.uniform(), azimuth: 7 * stream.uniform())
      let z = index % 20 == 0 ? 1000 : 1500 * stream.uniform() - 400
      return TrackState(
        FourMomentum(mass: 0.1, momentum: 2 * direction), charge: index % 3 == 0 ? 0 : charge,
        at: ThreeVector(5 * stream.uniform(), 0, z))
    }
  }

  @Test("a cone sees the solid angle of a ring")
  func solidAngle() throws {
    let ring = Acceptance([try Aperture("ring", z: 100, .ring(inner: 30, outer: 70))])
    var stream = RandomStream(seed: 3, name: "solid angle")
    var hits = 0
    for _ in 0..<200_000 {
      let momentum = 1 * Direction(isotropic: &stream)
      if ring.accepts(TrackState(FourMomentum(mass: 0, momentum: momentum))) { hits += 1 }
    }
    let share = 0.5 * (100 / hypot(100, 30) - 100 / hypot(100, 70))
    #expect(abs(Double(hits) / 200_000 - share) < 4 * (share / 200_000).squareRoot())
  }

  @Test("hits are written down in order, up to the first miss")
  func hits() throws {
    let acceptance = Acceptance(try Self.planes())
    #expect(acceptance.apertures.map(\.name) == ["first", "second", "third"])
    var hits: [Hit] = []
    let good = TrackState(FourMomentum(mass: 0, momentum: ThreeVector(0.06, 0, 1)))
    #expect(acceptance.trace(good, into: &hits))
    #expect(hits.map(\.aperture) == [0, 1, 2])
    #expect(hits.map(\.state.position.z) == [1000, 3000, 5000])
    #expect(abs(hits[2].state.position.x - 300) < 1e-10)
    hits.removeAll(keepingCapacity: true)
    let lost = TrackState(FourMomentum(mass: 0, momentum: ThreeVector(0.09, 0, 1)))
    #expect(!acceptance.trace(lost, into: &hits))
    #expect(hits.map(\.aperture) == [0, 1])
    let late = TrackState(
      FourMomentum(mass: 0, momentum: ThreeVector(0.06, 0, 1)), at: ThreeVector(0, 0, 1001))
    #expect(!acceptance.accepts(late))
  }

  @Test("many at once are accepted as one by one, straight or bent")
  func batch() throws {
    let magnets = Spectrometer([
      try Dipole(
        from: ThreeVector(-500, -500, 3200), to: ThreeVector(500, 500, 4200), field: .tesla(0.5),
        along: .y)
    ])
    for (acceptance, charge) in [
      (Acceptance(try Self.planes()), 1.0), (Acceptance(try Self.planes(), magnets), 1),
      (Acceptance(try Self.planes(), magnets), 0),
    ] {
      let states = Self.states(10_003, charge: charge)
      var flags = [Bool](repeating: false, count: states.count)
      var answers = flags.mutableSpan
      acceptance.accept(states.span, into: &answers)
      var hits: [Hit] = []
      let expected = states.map { state in
        hits.removeAll(keepingCapacity: true)
        let answer = acceptance.accepts(state)
        #expect(acceptance.trace(state, into: &hits) == answer)
        #expect(answer == (hits.count == 3))
        return answer
      }
      #expect(flags == expected)
      #expect(expected.filter { $0 }.count > 500)
    }
  }
}
