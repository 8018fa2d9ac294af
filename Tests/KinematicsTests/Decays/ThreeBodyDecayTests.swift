// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Testing

@Suite("ThreeBodyDecay")
struct ThreeBodyDecayTests {
  @Test("the momenta of a split are those of the factorised Kallen function")
  func momenta() throws {
    var random = RandomConfigurations("splits")
    for _ in 0..<5000 {
      let (parent, m) = random.masses(daughters: 3)
      let decay = try ThreeBodyDecay(of: parent, into: m[0], m[1], m[2])
      let split = decay.split(at: random.stream.uniform())
      let pair = split.pair.parentMass
      #expect(pair >= m[0] + m[1] && split.outer.firstMass == pair)
      // Independent where rounding of m12 does not hide the distance to a threshold.
      guard decay.energySetFree > 1e-3 * parent, 0.01 < split.share, split.share < 0.99 else {
        continue
      }
      let p = try #require(breakupMomentum(of: pair, into: m[0], m[1]))
      let q = try #require(breakupMomentum(of: parent, into: pair, m[2]))
      // The smaller of m12 - m1 - m2 and M - m12 - m3 is known to M 1e-16 here.
      #expect(abs(split.pair.momentum - p) <= 1e-10 * p)
      #expect(abs(split.outer.momentum - q) <= 1e-10 * q)
    }
  }

  @Test("next to its ends a split keeps the digits that the masses lose")
  func ends() throws {
    let decay = try ThreeBodyDecay(of: 3.5, into: 1, 1, 1)
    for share in [1e-30, 1e-20] {
      // p* of two unit masses with free energy d = 0.5 v: sqrt(d), to first order.
      let exact = (0.5 * share).squareRoot()
      #expect(abs(decay.split(at: share).pair.momentum - exact) <= 1e-15 * exact)
    }
    #expect(decay.split(at: 1).outer.momentum == 0)
  }

  @Test("at threshold everything rests, also a massless pair")
  func threshold() throws {
    for m in [(0.25, 0.5, 1.0), (0, 0, 1), (0, 1, 0)] {
      let decay = try ThreeBodyDecay(of: m.0 + m.1 + m.2, into: m.0, m.1, m.2)
      let daughters = decay.daughters(
        ofParentWith: .zero, decay.split(at: 0.5), pair: .alongZ, first: .alongZ)
      #expect(daughters.first == FourMomentum(atRest: m.0))
      #expect(daughters.second == FourMomentum(atRest: m.1))
      #expect(daughters.third == FourMomentum(atRest: m.2))
    }
  }
}
