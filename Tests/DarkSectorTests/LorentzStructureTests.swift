// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Testing

@Suite("Widths into fermion pairs")
struct LorentzStructureTests {
  @Test(
    "each width is the spin sum of its Dirac matrices", arguments: LorentzStructure.allCases,
    [0.0, 0.01, 0.1, 0.149])
  func traces(_ structure: LorentzStructure, _ fermion: Double) {
    let width = structure.pairWidth(mass: 0.3, fermionMass: fermion)
    let trace = DiracTrace.width(structure, mass: 0.3, fermion, fermion)
    #expect(relative(width, trace) < 1e-12)
  }

  @Test(
    "the width opens as beta or beta^3",
    arguments: zip(LorentzStructure.allCases, [3.0, 1, 1, 3]))
  func threshold(_ structure: LorentzStructure, _ power: Double) {
    func width(_ above: Double) -> Double {
      structure.pairWidth(mass: 0.2 * (1 + above), fermionMass: 0.1)
    }
    // beta^2 is 2 x for M = 2 m (1 + x).
    let ratio = width(4e-9) / width(1e-9)
    #expect(relative(ratio, power == 1 ? 2 : 8) < 1e-6)
    #expect(width(0) == 0)
    #expect(width(-0.1) == 0)
  }

  @Test("massless fermions give M / (8 pi) for spin 0 and M / (12 pi) for spin 1")
  func massless() {
    for structure in LorentzStructure.allCases {
      let denominator = structure == .scalar || structure == .pseudoscalar ? 8.0 : 12
      let width = structure.pairWidth(mass: 2, fermionMass: 0)
      #expect(relative(width, 2 / (denominator * .pi)) < 1e-15)
    }
  }

  @Test("the velocity keeps its digits one part in 1e12 above threshold")
  func cancellation() {
    let mass = 2.0 * 0.25 * (1 + 0x1p-40)
    let width = LorentzStructure.pseudoscalar.pairWidth(mass: mass, fermionMass: 0.25)
    let beta = (0x1p-39 + 0x1p-80).squareRoot() / (1 + 0x1p-40)
    #expect(relative(width, mass / (8 * .pi) * beta) < 1e-14)
  }
}
