// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Kinematics
import Numerics
import Quantities
import Testing

@Suite("Spectrometers")
struct SpectrometerTests {
  static func dipole(_ start: Double, _ end: Double, _ field: Double) throws -> Dipole {
    try Dipole(
      from: ThreeVector(-1000, -1000, start), to: ThreeVector(1000, 1000, end),
      field: .tesla(field), along: .y)
  }

  static let electron = TrackState(
    FourMomentum(mass: 0.000_511, momentum: ThreeVector(0, 0, 100)), charge: -1)

  @Test("two opposite magnets shift a particle and leave its direction")
  func chicane() throws {
    let magnets = Spectrometer([
      try Self.dipole(3000, 4000, -1.5), try Self.dipole(1000, 2000, 1.5),
    ])
    let end = try #require(magnets.carry(Self.electron, toPlane: 5000))
    #expect(abs(end.particle.momentum.x) < 1e-13)
    // Angle 0.3 B L / p = 4.497 mrad over 2 m between the centres.
    #expect(abs(end.position.x - 2000 * 0.299_792_458 * 1.5 / 100) < 2e-3)
    #expect(end.position.z == 5000)
  }

  @Test("a magnet cut in two bends as one; stops inside change nothing")
  func cut() throws {
    let whole = Spectrometer([try Self.dipole(1000, 3000, 1.2)])
    let halves = Spectrometer([try Self.dipole(1000, 1900, 1.2), try Self.dipole(1900, 3000, 1.2)])
    var stream = RandomStream(seed: 2, name: "cut")
    for _ in 0..<500 {
      let momentum =
        2 * Direction(polarAngle: 0.2 * stream.uniform(), azimuth: 6 * stream.uniform())
      let state = TrackState(FourMomentum(mass: 0.1, momentum: momentum), charge: 1)
      let one = whole.carry(state, toPlane: 4000)
      let two = halves.carry(state, toPlane: 4000)
      let stop = whole.carry(state, toPlane: 1500).flatMap { whole.carry($0, toPlane: 4000) }
      #expect((one == nil) == (two == nil) && (one == nil) == (stop == nil))
      guard let one, let two, let stop else { continue }
      #expect((one.position - two.position).length < 1e-9)
      #expect((one.position - stop.position).length < 1e-9)
      #expect(abs(one.time - two.time) < 1e-11 && abs(one.time - stop.time) < 1e-11)
    }
  }

  @Test("neutral particles go straight, and what turns back never arrives")
  func others() throws {
    let magnets = Spectrometer([try Self.dipole(1000, 2000, 1.5)])
    let photon = TrackState(FourMomentum(mass: 0, momentum: ThreeVector(0.1, 0, 1)))
    #expect(try #require(magnets.carry(photon, toPlane: 3000)).position.x == 300)
    let slow = TrackState(FourMomentum(mass: 0, momentum: ThreeVector(0, 0, 0.1)), charge: 1)
    #expect(magnets.carry(slow, toPlane: 3000) == nil)
    #expect(magnets.carry(Self.electron, toPlane: -1) == nil)
  }
}
