// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Numerics
import Production
import Testing

@Suite("The final state of bremsstrahlung")
struct BremsstrahlungFinalStateTests {
  @Test("conserves energy and momentum, and no energy is negative")
  func conservation() {
    var stream = RandomStream(seed: 8, name: "conservation")
    for (energy, boson, lepton, nucleus) in [
      (100, 0.0167, 0.51099895e-3, 193.0), (1000, 1e-6, 0.51099895e-3, 193), (160, 1, 0.1056, 193),
      (0.01, 5e-3, 0.51099895e-3, 0.938), (20, 4, 0.51099895e-3, 0.938), (3, 1e-3, 0.1056, 0.938),
    ] {
      let beam = BeamKinematics(
        energy: energy, leptonMass: lepton, bosonMass: boson, nucleusMass: nucleus)
      for _ in 0..<500 {
        guard let draw = RecoilDraw(beam, from: &stream) else { continue }
        let state = BremsstrahlungFinalState(
          draw.recoil, risen: draw.risen, azimuth: draw.azimuth)
        let sum = FourVector(state.boson) + FourVector(state.lepton) + FourVector(state.nucleus)
        #expect((sum.energy - energy - nucleus).magnitude < 1e-10 * (energy + nucleus), "\(draw)")
        #expect((sum.momentum.z - beam.momentum).magnitude < 1e-12 * energy)
        #expect(sum.momentum.transverse < 1e-12 * energy)
        // The masses alone make the lepton's energy positive: it must be what is left.
        let left =
          draw.recoil.emission.remainder - (draw.recoil.leastTransfer + draw.risen) / (2 * nucleus)
        #expect(left >= lepton * (1 - 1e-9), "\(draw)")
      }
    }
  }
}
