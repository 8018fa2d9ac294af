// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Kinematics
import Testing

@Suite("Decay volumes")
struct DecayVolumeTests {
  static func state(_ momentum: ThreeVector, z: Double) -> TrackState {
    TrackState(FourMomentum(mass: 1, momentum: momentum), at: ThreeVector(1, 2, z))
  }

  @Test("the path is cut where a particle begins, enters and leaves")
  func paths() throws {
    let volume = try DecayVolume(fromZ: 100, toZ: 200)
    let slanted = ThreeVector(3, 0, 4)
    #expect(volume.path(of: Self.state(slanted, z: 20)) == 100...225)
    #expect(volume.path(of: Self.state(slanted, z: 180)) == 0...25)
    #expect(volume.path(of: Self.state(slanted, z: 220)) == nil)
    #expect(volume.path(of: Self.state(-slanted, z: 220)) == 25...150)
    #expect(volume.path(of: Self.state(-slanted, z: 20)) == nil)
    #expect(volume.path(of: Self.state(ThreeVector(1, 0, 0), z: 150)) == 0 ... .infinity)
    #expect(volume.path(of: Self.state(ThreeVector(1, 0, 0), z: 50)) == nil)
    #expect(volume.path(of: Self.state(.zero, z: 150)) == 0...0)
  }

  @Test("planes in the wrong order are refused")
  func refused() {
    let error = #expect(throws: FlightError.self) { try DecayVolume(fromZ: 2, toZ: 1) }
    #expect(
      error?.description
        == "invalid decay volume from 2.0 mm to 1.0 mm (the second plane must lie behind the first)"
        + " give the plane upstream first")
  }
}
