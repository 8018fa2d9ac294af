// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

/// Printed digits of CODATA 2022; a slip in a digit or an exponent fails here.
@Suite("Constants of nature")
struct PhysicalConstantsTests {
  private typealias C = PhysicalConstants

  private func agree(_ value: Double, _ printed: Double, to relative: Double) -> Bool {
    abs(value / printed - 1) < relative
  }

  @Test("derived exact constants have the digits printed in CODATA 2022 to 1e-9")
  func exact() {
    #expect(agree(C.reducedPlanck, 6.582_119_569e-25, to: 1e-9))
    #expect(agree(C.hbarC, 0.197_326_980_4, to: 1e-9))
    #expect(agree(C.perGeVSquaredInPb, 3.893_793_721e8, to: 1e-9))
    #expect(agree(C.boltzmann, 8.617_333_262e-14, to: 1e-9))
    #expect(agree(C.gram, 5.609_588_603_8e23, to: 1e-9))
    #expect(agree(C.naturalCharge, 0.302_822_12, to: 1e-7))
  }

  @Test("the classical electron radius is alpha hbar c / m_e to 1e-9")
  func electronRadius() {
    let electronMass = 0.510_998_950_69e-3
    let radius = C.fineStructure * C.hbarC / electronMass
    #expect(agree(C.classicalElectronRadius, radius, to: 1e-9))
  }

  @Test("one gram holds an Avogadro number of atomic mass units to 1e-8")
  func atomicMass() {
    #expect(agree(C.gram, C.avogadro * C.atomicMassUnit, to: 1e-8))
  }

  @Test("the Planck mass follows from Newton's constant to its uncertainty, 2e-5")
  func planckMass() {
    let newton = 6.674_30e-11
    let metre = 1e15 / C.hbarC
    let kilogram = 1e3 * C.gram
    let second = 1 / (C.reducedPlanck)
    let newtonPerGeV2 = newton * metre * metre * metre / kilogram / (second * second)
    #expect(agree(C.planckMass, 1 / newtonPerGeV2.squareRoot(), to: 2e-5))
  }
}
