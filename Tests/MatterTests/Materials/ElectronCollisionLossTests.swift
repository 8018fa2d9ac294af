// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities
import Testing

@Suite("Collision losses of electrons")
struct ElectronCollisionLossTests {
  // Water as tabulated by ESTAR of NIST in MeV cm^2/g, from memory. Above 0.5 MeV the density effect
  // matters: ESTAR has it exactly, the parameters up to 0.1 off, which is 0.5% of the loss.
  @Test(
    "water agrees with the tables of NIST, within what the parameters of the density effect allow",
    arguments: [(0.1, 4.115, 1e-3), (1, 1.849, 6e-3), (10, 1.968, 6e-3)])
  func water(_ mev: Double, _ expected: Double, _ tolerance: Double) {
    let effect = DensityEffect(c: 3.5017, x0: 0.24, x1: 2.8004, a: 0.09116, m: 3.4773)
    let loss = ElectronCollisionLoss(
      electronsPerMass: 10 / 18.015, meanExcitationEnergy: .gev(75e-9), densityEffect: effect)
    #expect(isNear(1e3 * loss(kineticEnergy: mev / 1e3), expected, tolerance))
  }

  @Test("at high energy the loss grows as 3 K/2 Z/A ln E without and K/2 Z/A ln E with the effect")
  func relativisticRise() throws {
    let iron = try Shipped.catalogue().material(named: "iron")
    let loss = try #require(iron.electronCollisionLoss)
    let scale = 0.307_075e-3 / 2 * iron.composition.electronsPerMass
    let rise = loss(kineticEnergy: 1e3 * M_E) - loss(kineticEnergy: 1e3)
    #expect(isNear(rise, scale, 1e-4))
    let none = ElectronCollisionLoss(
      electronsPerMass: iron.composition.electronsPerMass,
      meanExcitationEnergy: try #require(iron.meanExcitationEnergy).value,
      densityEffect: DensityEffect(c: 0, x0: 100, x1: 101, a: 0, m: 3))
    let steeper = none(kineticEnergy: 1e3 * M_E) - none(kineticEnergy: 1e3)
    #expect(isNear(steeper, 3 * scale, 1e-4))
  }
}
