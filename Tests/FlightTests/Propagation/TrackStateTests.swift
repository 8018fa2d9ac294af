// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Kinematics
import Testing

@Suite("Track states")
struct TrackStateTests {
  @Test("a particle goes straight with its velocity, back too")
  func straight() {
    let start = TrackState(
      FourMomentum(mass: 3, momentum: ThreeVector(0, 0, 4)), at: ThreeVector(1, 2, 3), time: 1)
    let end = start.advanced(by: 299.792_458)
    #expect(abs(end.position.z - 302.792_458) < 1e-12)
    #expect(abs(end.time - 2.25) < 1e-15)
    let back = end.advanced(by: -299.792_458)
    #expect(abs(back.position.z - 3) < 1e-12 && abs(back.time - 1) < 1e-15)
    let resting = TrackState(FourMomentum(atRest: 1), time: 4)
    #expect(resting.advanced(by: 10) == resting)
  }

  @Test("the path to a plane is never negative")
  func planes() throws {
    let state = TrackState(FourMomentum(mass: 0, momentum: ThreeVector(3, 0, 4)))
    #expect(abs(try #require(state.path(toPlane: 8)) - 10) < 1e-14)
    #expect(state.path(toPlane: 0) == 0)
    #expect(state.path(toPlane: -1) == nil)
    let across = TrackState(FourMomentum(mass: 0, momentum: ThreeVector(1, 0, 0)))
    #expect(across.path(toPlane: 8) == nil)
  }
}
