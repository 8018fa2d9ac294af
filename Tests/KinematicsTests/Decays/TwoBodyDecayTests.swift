// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Testing

@Suite("TwoBodyDecay")
struct TwoBodyDecayTests {
  private static let (kaon, muon) = (0.493677, 0.1056583755)

  @Test("K -> mu N(0.3): p* = 0.129317 GeV, dp*/dm_N = -0.784731")
  func reference() throws {
    let decay = try TwoBodyDecay(of: Self.kaon, into: Self.muon, 0.3)
    #expect(abs(decay.momentum - 0.129317) < 5e-7)
    #expect(abs(decay.slopeInSecondMass + 0.784731) < 5e-7)
    let step = 1e-5
    let above = try TwoBodyDecay(of: Self.kaon, into: Self.muon, 0.3 + step)
    let below = try TwoBodyDecay(of: Self.kaon, into: Self.muon, 0.3 - step)
    let slope = (above.momentum - below.momentum) / (2 * step)
    #expect(abs(slope - decay.slopeInSecondMass) < 1e-8)
  }

  @Test("energies add up to the mass and lie on their shells for masses of any scale")
  func energies() throws {
    var random = RandomConfigurations("two-body energies")
    for _ in 0..<(5000 * Effort.factor) {
      let (parent, m) = random.masses(daughters: 2)
      let decay = try TwoBodyDecay(of: parent, into: m[0], m[1])
      #expect(abs(decay.firstEnergy + decay.secondEnergy - parent) <= 1e-15 * parent)
      #expect(decay.firstEnergy >= decay.momentum && decay.firstEnergy >= m[0])
      #expect(decay.swapped.firstEnergy == decay.secondEnergy)
      #expect(decay.swapped.secondMass == m[0])
    }
  }

  @Test("a light daughter beside a heavy one keeps its energy to the last digits")
  func lightDaughter() throws {
    // E_gamma = (M^2 - m^2) / 2M with M - m = 2^-40, an exact difference.
    let decay = try TwoBodyDecay(of: 1, into: 0, 1 - 0x1p-40)
    let exact = 0x1p-40 * (2 - 0x1p-40) / 2
    #expect(abs(decay.firstEnergy - exact) <= 4e-16 * exact)
  }

  @Test("at threshold the daughters rest; without mass the slope vanishes")
  func limits() throws {
    let decay = try TwoBodyDecay(of: 0.3 + 0.6, into: 0.3, 0.6)
    #expect(decay.momentum == 0)
    #expect(decay.slopeInSecondMass == -.infinity)
    #expect(try TwoBodyDecay(of: 1, into: 1, 0).slopeInSecondMass == 0)
    #expect(abs(try TwoBodyDecay(of: 7, into: 0, 0).phaseSpaceVolume - 1 / (8 * .pi)) < 1e-17)
  }
}
