// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Numerics
import Testing

@Suite("Three-body phase space")
struct ThreeBodyDecayPhaseSpaceTests {
  @Test("without masses M^2 / (256 pi^3)", arguments: [1e-3, 1, 1e4])
  func massless(_ mass: Double) throws {
    let volume = try ThreeBodyDecay(of: mass, into: 0, 0, 0).phaseSpaceVolume().value
    let exact = mass * mass / (256 * pow(.pi, 3))
    #expect(abs(volume - exact) <= 1e-13 * exact)
  }

  @Test(
    "one massive daughter: times 1 - x^2 + 2 x ln x, whichever it is",
    arguments: [1e-12, 1e-3, 0.3, 0.9])
  func oneMass(_ x: Double) throws {
    let m = x.squareRoot()
    let exact = (1 - x * x + 2 * x * log(x)) / (256 * pow(.pi, 3))
    // The closed form cancels like (1 - x)^3.
    let tolerance = 1e-10 + 1e-15 / pow(1 - x, 3)
    for masses in [(m, 0, 0), (0, m, 0), (0, 0, m)] {
      let decay = try ThreeBodyDecay(of: 1, into: masses.0, masses.1, masses.2)
      #expect(abs(try decay.phaseSpaceVolume().value - exact) <= tolerance * exact)
    }
  }

  @Test("near threshold T^2 sqrt(m1 m2 m3 / (m1 + m2 + m3)^3) / (64 pi^2)")
  func nonRelativistic() throws {
    let (m1, m2, m3, free) = (0.2, 0.5, 1.3, 1e-7)
    let volume = try ThreeBodyDecay(of: 2 + free, into: m1, m2, m3).phaseSpaceVolume().value
    let exact = free * free * (m1 * m2 * m3 / 8).squareRoot() / (64 * .pi * .pi)
    #expect(abs(volume - exact) < 1e-6 * exact)
  }

  @Test(
    "the area of the plane of two energies over 32 pi^3, by another quadrature",
    arguments: [
      [0.493677, 0.13957, 0.13957, 0.13957], [0.493677, 0.000511, 0, 0.13498],
      [1.8, 0.9, 0.1, 0.2], [1000, 0.000511, 0.1, 3],
    ])
  func area(_ m: [Double]) throws {
    let volume = try ThreeBodyDecay(of: m[0], into: m[1], m[2], m[3]).phaseSpaceVolume().value
    let (low, high) = (m[1], (m[0] * m[0] + m[1] * m[1] - pow(m[2] + m[3], 2)) / (2 * m[0]))
    // At energy E1 of the first, E2 runs over 2 P1 p2* / sqrt(s23).
    let area = try integrate(from: low, to: high, relativeError: 1e-9) { energy in
      let s = m[0] * m[0] + m[1] * m[1] - 2 * m[0] * energy
      let p1 = ((energy - m[1]) * (energy + m[1])).squareRoot()
      return 2 * p1 * max(kallen(ofSquaredMasses: s, m[2] * m[2], m[3] * m[3]), 0).squareRoot()
        / (2 * s)
    }
    let exact = area.value / (32 * pow(.pi, 3))
    #expect(abs(volume - exact) < 2e-8 * exact)
  }

  @Test("muon decay with the mass of the electron: G_F^2 m^5 / 192 pi^3 f(x), in every order")
  func muonDecay() throws {
    let (muon, electron) = (0.1056583755, 0.02)
    let x = electron * electron / (muon * muon)
    let f = 1 - 8 * x + 8 * x * x * x - x * x * x * x - 12 * x * x * log(x)
    let exact = pow(muon, 5) / (192 * pow(.pi, 3)) * f
    // Averaged over spins 64 (p_mu.p_nubar) (p_e.p_nu), G_F = 1.
    let (e, square) = (electron * electron, muon * muon)
    let inFirstPair = try ThreeBodyDecay(of: muon, into: electron, 0, 0)
      .integrateOverPhaseSpace { 16 * (square - $0.s12) * ($0.s12 - e) }
    let inSecondPair = try ThreeBodyDecay(of: muon, into: 0, electron, 0)
      .integrateOverPhaseSpace { 16 * (square - $0.s23) * ($0.s23 - e) }
    let inThirdPair = try ThreeBodyDecay(of: muon, into: electron, 0, 0)
      .integrateOverPhaseSpace { 16 * (square - $0.s13) * ($0.s13 - e) }
    for integral in [inFirstPair, inSecondPair, inThirdPair] {
      #expect(abs(integral.value / (2 * muon) - exact) < 1e-8 * exact)
    }
  }

  @Test("no phase space at threshold")
  func threshold() throws {
    #expect(try ThreeBodyDecay(of: 3, into: 1, 1, 1).phaseSpaceVolume().value == 0)
  }
}
