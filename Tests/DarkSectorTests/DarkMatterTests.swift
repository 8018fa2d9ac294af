// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Testing

@Suite("Dark matter of a spin-1 mediator")
struct DarkMatterTests {
  static let mass = 0.3

  @Test(
    "Dirac fermions, vector and axial, are spin sums times 4 pi alpha_D", arguments: [0.02, 0.1])
  func dirac(_ particle: Double) {
    let vector = 4 * Double.pi * DiracTrace.width(.vector, mass: Self.mass, particle, particle)
    let axial = 4 * Double.pi * DiracTrace.width(.axial, mass: Self.mass, particle, particle)
    #expect(relative(DarkMatter.dirac(mass: particle).width(mass: Self.mass), vector) < 1e-12)
    #expect(relative(DarkMatter.axialDirac(mass: particle).width(mass: Self.mass), axial) < 1e-12)
  }

  @Test("Majorana: half the coupling, two contractions, half the phase space of a Dirac pair")
  func majorana() {
    // |M|^2 is (2 x 1/2)^2 that of Dirac, and identical particles halve the phase space.
    let axial = 4 * Double.pi * DiracTrace.width(.axial, mass: Self.mass, 0.1, 0.1)
    #expect(relative(DarkMatter.majorana(mass: 0.1).width(mass: Self.mass), axial / 2) < 1e-12)
  }

  @Test(
    "pseudo-Dirac states are the spin sum for two masses",
    arguments: [(0.09, 0.11), (0.01, 0.2), (0.1, 0.1), (0.149, 0.1505)])
  func pseudoDirac(_ light: Double, _ heavy: Double) {
    let trace = 4 * Double.pi * DiracTrace.width(.vector, mass: Self.mass, light, heavy)
    let width = DarkMatter.pseudoDirac(light: light, heavy: heavy).width(mass: Self.mass)
    #expect(relative(width, trace) < 1e-11)
  }

  @Test("a complex scalar has p*/(8 pi M^2) 4 p*^2 / 3 times g^2")
  func scalar() {
    let momentum = (Self.mass * Self.mass / 4 - 0.01).squareRoot()
    let amplitude = 4 * Double.pi * 4 * momentum * momentum / 3
    let expected = momentum / (8 * .pi * Self.mass * Self.mass) * amplitude
    let width = DarkMatter.complexScalar(mass: 0.1).width(mass: Self.mass)
    #expect(relative(width, expected) < 1e-13)
  }

  @Test(
    "no width at or below threshold",
    arguments: [
      DarkMatter.dirac(mass: 0.15), .majorana(mass: 0.15), .pseudoDirac(light: 0.1, heavy: 0.2),
      .complexScalar(mass: 0.2), .axialDirac(mass: 0.15),
    ])
  func closed(_ matter: DarkMatter) {
    #expect(matter.threshold >= 0.3)
    #expect(matter.width(mass: 0.3) == 0)
  }
}
