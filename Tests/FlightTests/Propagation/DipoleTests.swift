// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Kinematics
import Quantities
import Testing

@Suite("Magnets")
struct DipoleTests {
  static func box(_ field: Double, _ axis: Dipole.Axis = .y) throws -> Dipole {
    try Dipole(
      from: ThreeVector(-100, -50, 1000), to: ThreeVector(100, 50, 2000), field: .tesla(field),
      along: axis)
  }

  @Test("straight lines enter through the faces")
  func entry() throws {
    let dipole = try Self.box(1)
    let front = TrackState(
      FourMomentum(mass: 0, momentum: ThreeVector(0.02, 0, 1)), charge: 1, time: 3)
    let entered = try #require(dipole.entry(of: front))
    #expect(entered.position.z == 1000)
    #expect(abs(entered.position.x - 20) < 1e-12)
    #expect(dipole.holds(entered) && !dipole.holds(front))
    let side = TrackState(
      FourMomentum(mass: 0, momentum: ThreeVector(-1, 0, 0)), at: ThreeVector(500, 0, 1500))
    #expect(try #require(dipole.entry(of: side)).position == ThreeVector(100, 0, 1500))
    let wide = TrackState(FourMomentum(mass: 0, momentum: ThreeVector(0.2, 0, 1)))
    #expect(dipole.entry(of: wide) == nil)
    let behind = TrackState(
      FourMomentum(mass: 0, momentum: ThreeVector(0, 0, 1)), at: ThreeVector(0, 0, 2000))
    #expect(dipole.entry(of: behind) == nil && !dipole.holds(behind))
  }

  @Test("a box without inside is refused")
  func refused() {
    let error = #expect(throws: FlightError.self) {
      try Dipole(
        from: ThreeVector(1, 0, 0), to: ThreeVector(1, 1, 1), field: .tesla(1), along: .y)
    }
    #expect(
      error?.description
        == "invalid magnet from 1.0 mm to 1.0 mm (must have an inside along each axis) "
        + "give the smaller coordinate first")
  }
}
