// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Production
import Testing

@Suite("The limits of bremsstrahlung")
struct BeamKinematicsTests {
  @Test("the range of x closes at the threshold, s = (M + m_l + m)^2")
  func threshold() throws {
    let threshold = BeamKinematics.threshold(leptonMass: 0.1, bosonMass: 2, nucleusMass: 0.938)
    let s = 0.938 * 0.938 + 0.01 + 2 * 0.938 * threshold
    #expect((s.squareRoot() - 3.038).magnitude < 1e-12)
    func range(_ energy: Double) -> ClosedRange<Double>? {
      BeamKinematics(energy: energy, leptonMass: 0.1, bosonMass: 2, nucleusMass: 0.938).residuals
    }
    #expect(range(threshold * (1 - 1e-12)) == nil)
    let near = try #require(range(threshold * (1 + 1e-6)))
    let far = try #require(range(threshold * (1 + 1e-2)))
    let ratio = (far.upperBound - far.lowerBound) / (near.upperBound - near.lowerBound)
    #expect((ratio - 100).magnitude < 2, "the range opens as the root of the energy")
  }

  @Test("at the edges of x the lepton and the nucleus move together: U_0 = 2 M v")
  func edges() throws {
    for (energy, lepton, boson, nucleus) in [
      (100, 0.511e-3, 1e-6, 193.0), (100, 0.511e-3, 1, 193), (160, 0.1056, 0.1, 193),
      (2, 0.1056, 0.5, 0.938), (1000, 0.511e-3, 10, 0.938), (0.01, 0.511e-3, 0.005, 0.938),
    ] {
      let beam = BeamKinematics(
        energy: energy, leptonMass: lepton, bosonMass: boson, nucleusMass: nucleus)
      let residuals = try #require(beam.residuals)
      let emission = EmissionKinematics(beam, residual: residuals.lowerBound)
      let ratio = emission.leastVirtuality / (2 * nucleus * residuals.lowerBound)
      #expect((ratio - 1).magnitude < 1e-9, "\(beam)")
      let formula = lepton + boson * boson * boson * boson / (8 * energy * energy * nucleus)
      if boson > lepton, energy > 100 * boson {
        let recoil =
          lepton * lepton / (2 * nucleus) + boson * boson * lepton / (2 * energy * nucleus)
        let expected = formula - lepton + recoil
        #expect((residuals.lowerBound / expected - 1).magnitude < 0.05, "\(beam)")
      }
    }
  }

  @Test("U at an angle is m_l^2 - (p - k)^2 as the angle says, and the angle comes back")
  func angles() throws {
    let beam = BeamKinematics(energy: 5, leptonMass: 0.1, bosonMass: 0.4, nucleusMass: 10)
    let emission = EmissionKinematics(beam, residual: 1.7)
    for angle in [0, 1e-6, 0.01, 0.5, 1.5, 3.1] {
      let excess = emission.excess(at: angle)
      let scalar =
        beam.energy * emission.bosonEnergy - beam.momentum * emission.bosonMomentum * cos(angle)
      let expected = 2 * scalar - 0.16
      #expect((emission.leastVirtuality + excess - expected).magnitude < 1e-13 * expected)
      #expect((emission.angle(at: excess) - angle).magnitude < 1e-9 * angle + 1e-12)
    }
  }
}
