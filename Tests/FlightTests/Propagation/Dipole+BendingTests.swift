// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Foundation
import Kinematics
import Numerics
import Quantities
import Testing

@Suite("Bending")
struct DipoleBendingTests {
  @Test("the change of transverse momentum is 0.3 B L, of the sign of q v x B")
  func kick() throws {
    // 0.6928 T over 1.3 m: 270.0 MeV.
    let dipole = try Dipole(
      from: ThreeVector(-1e4, -1e4, 0), to: ThreeVector(1e4, 1e4, 1300), field: .tesla(0.6928),
      along: .y)
    for charge in [1.0, -1] {
      let state = TrackState(
        FourMomentum(mass: 0.1057, momentum: ThreeVector(0, 1, 50)), charge: charge)
      guard case .left(let end) = dipole.bend(state) else {
        Issue.record("never left")
        return
      }
      #expect(end.position.z == 1300)
      #expect(abs(end.particle.momentum.x + charge * 0.2700) < 5e-5)
      #expect(relative(-charge * end.particle.momentum.x, 0.299_792_458 * 0.6928 * 1.3) < 1e-13)
      #expect(relative(end.particle.momentum.length, state.particle.momentum.length) < 4e-16)
    }
  }

  @Test("paths are those of the Lorentz force, integrated in steps")
  func lorentz() throws {
    var stream = RandomStream(seed: 11, name: "lorentz")
    let solver = DifferentialSolver(relativeError: 1e-12, absoluteError: 1e-12)
    var curled = 0
    for trial in 0..<300 {
      let axis = Dipole.Axis.allCases[trial % 3]
      let field = 4 * stream.uniform() - 2
      let dipole = try Dipole(
        from: ThreeVector(-200, -100, 0), to: ThreeVector(200, 100, 900), field: .tesla(field),
        along: axis)
      let size = pow(10, 3.5 * stream.uniform() - 1.5)
      let momentum = size * Direction(isotropic: &stream)
      let place = ThreeVector(
        400 * stream.uniform() - 200, 200 * stream.uniform() - 100, 900 * stream.uniform())
      let state = TrackState(FourMomentum(mass: 0.1, momentum: momentum), charge: -1, at: place)
      guard case .left(let end) = dipole.bend(state) else {
        Issue.record("never left")
        continue
      }
      let path = end.time * 299.792_458 * size / state.particle.energy
      if path * abs(field) * 0.299_792_458e-3 / size > 2 { curled += 1 }
      var b = [0.0, 0, 0]
      b[axis.rawValue] = -field * 0.299_792_458e-3 / size
      let begin =
        [place.x, place.y, place.z] + [momentum.x, momentum.y, momentum.z].map { $0 / size }
      let points = [0.25, 0.5, 0.75, 1].map { $0 * path }
      let states = try solver.solve(from: 0, startingAt: begin, at: points) { _, y, slope in
        for index in 0..<3 {
          let (j, k) = ((index + 1) % 3, (index + 2) % 3)
          slope[index] = y[3 + index]
          slope[3 + index] = y[3 + j] * b[k] - y[3 + k] * b[j]
        }
      }
      for (index, midway) in states.enumerated() where index < 3 {
        #expect(abs(midway[0]) < 200 && abs(midway[1]) < 100 && abs(midway[2] - 450) < 450)
      }
      for index in 0..<3 {
        #expect(abs(states[3][index] - end.position.components[index]) < 1e-7)
        #expect(abs(states[3][3 + index] - end.particle.momentum.components[index] / size) < 1e-9)
      }
      #expect(relative(end.particle.momentum.length, size) < 1e-15)
    }
    #expect(curled > 5)
  }

  @Test("a neutral particle, and one without field, go straight")
  func straight() throws {
    for (charge, field) in [(0.0, 2.0), (1, 0), (1, 1e-290)] {
      let dipole = try Dipole(
        from: ThreeVector(-10, -10, 0), to: ThreeVector(10, 10, 100), field: .tesla(field),
        along: .x)
      let state = TrackState(
        FourMomentum(mass: 0, momentum: ThreeVector(3, 0, 40)), charge: charge)
      guard case .left(let end) = dipole.bend(state) else {
        Issue.record("never left")
        return
      }
      #expect(abs(end.position.x - 7.5) < 1e-12 && end.position.z == 100)
      #expect(end.particle.momentum.x == 3)
    }
  }

  @Test("a slow particle across a strong field turns for ever")
  func trapped() throws {
    let dipole = try Dipole(
      from: ThreeVector(-100, -100, 0), to: ThreeVector(100, 100, 100), field: .tesla(2), along: .y)
    let state = TrackState(
      FourMomentum(mass: 0.1, momentum: ThreeVector(0.01, 0, 0)), charge: 1,
      at: ThreeVector(0, 0, 50))
    #expect(dipole.bend(state) == .trapped)
    guard case .arrived(let end) = dipole.bend(state, toPlane: 60) else {
      Issue.record("no arrival")
      return
    }
    #expect(end.position.z == 60)
  }
}
