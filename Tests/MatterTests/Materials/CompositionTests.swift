// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities
import Testing

@Suite("Compositions")
struct CompositionTests {
  @Test("shares by mass and by number of atoms add up to one in every shipped material")
  func sums() throws {
    let catalogue = try Shipped.catalogue()
    for name in catalogue.cardNames {
      let material = try catalogue.material(named: name)
      guard !material.isVacuum else { continue }
      let composition = material.composition
      let mass = composition.components.reduce(0) { $0 + $1.massFraction }
      #expect(isNear(mass, 1, 1e-14), "\(name)")
      #expect(isNear(composition.atomFractions.reduce(0, +), 1, 1e-14), "\(name)")
    }
  }

  @Test("a formula, its shares by mass and its shares of atoms are one composition")
  func waysOfWriting() throws {
    let table = try Shipped.elements()
    let (h, o) = (try table.element(named: "H"), try table.element(named: "O"))
    let water = Composition(atoms: [(h, 2), (o, 1)])
    let again = Composition(massFractions: [(h, 2 * 1.008), (o, 15.999)])
    #expect(isNear(water.components[0].massFraction, 2.016 / 18.015, 1e-12))
    #expect(isNear(again.components[0].massFraction, water.components[0].massFraction, 1e-12))
    #expect(isNear(water.atomFractions[0], 2.0 / 3, 1e-12))
    #expect(isNear(water.meanAtomicWeight, 18.015 / 3, 1e-12))
    #expect(isNear(water.electronsPerMass, 10 / 18.015, 1e-12))
  }

  @Test("an element named twice stands once with both shares")
  func repetition() throws {
    let h = try Shipped.elements().element(named: "H")
    let c = try Shipped.elements().element(named: "C")
    let composition = Composition(massFractions: [(h, 1), (c, 2), (h, 1)])
    #expect(composition.components.map(\.element.symbol) == ["H", "C"])
    #expect(composition.components.map(\.massFraction) == [0.5, 0.5])
  }

  @Test("lead has 3.2988e22 atoms per cm^3, water 3.343e23 electrons")
  func numberDensities() throws {
    let table = try Shipped.elements()
    let lead = try Shipped.catalogue().material(named: "lead")
    // 11.35 x 6.02214e23 / 207.2
    #expect(isNear(lead.numberDensities[0], 3.29880e22, 1e-5))
    #expect(isNear(lead.electronDensity, 82 * lead.numberDensities[0], 1e-14))
    let water = Composition(
      atoms: [(try table.element(named: "H"), 2), (try table.element(named: "O"), 1)])
    let atoms = water.numberDensities(at: .gramsPerCm3(1))
    #expect(isNear(atoms[0] + 8 * atoms[1], 3.3428e23, 1e-4))
  }

  // Values of ICRU:1984 for these compounds: computed there with the same rule.
  @Test("additivity gives the excitation energies of compounds that were never measured")
  func excitation() throws {
    let catalogue = try Shipped.catalogue()
    for (name, expected) in [("mylar", 78.7), ("bismuth-germanate", 534.1)] {
      let material = try catalogue.material(named: name)
      let energy = material.composition.meanExcitationEnergy(in: material.state)
      #expect(isNear(energy.gev * 1e9, expected, 1e-3), "\(name) \(energy)")
    }
    // Air is no compound: its oxygen is that of the element, 95 eV and not 97.
    let air = try catalogue.material(named: "air").composition
    #expect(isNear(air.meanExcitationEnergy(in: .gas).gev * 1e9, 85.7, 5e-3))
    // Measured, not computed: additivity is off by 4%.
    let polystyrene = try catalogue.material(named: "polystyrene").composition
    #expect(isNear(polystyrene.meanExcitationEnergy(in: .solid).gev * 1e9, 68.7, 0.05))
  }

  @Test("interaction lengths of compounds are those of the tables within 0.3%")
  func interaction() throws {
    let catalogue = try Shipped.catalogue()
    for name in ["air", "polystyrene", "mylar", "lead-tungstate", "bismuth-germanate"] {
      let material = try catalogue.material(named: name)
      let stated = try #require(material.nuclearInteractionLength)
      guard case .card = stated.origin else {
        Issue.record("\(name) states no interaction length")
        continue
      }
      let thickness = stated.value.cm * material.density.value.gramsPerCm3
      #expect(isNear(material.composition.nuclearInteractionThickness, thickness, 3e-3), "\(name)")
    }
  }
}
