// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Matter
import Quantities
import Testing

@Suite("Materials")
struct MaterialTests {
  @Test("what a card states is taken from it, with source and certainty; the rest is computed")
  func origins() throws {
    let catalogue = try Shipped.catalogue()
    let lead = try catalogue.material(named: "lead")
    #expect(
      lead.radiationLength
        == Attributed(.mm(5.612), .card(source: "PDG:2024cfk", certainty: .recalled)))
    #expect(lead.nuclearInteractionLength?.value == .mm(175.9))
    #expect(lead.criticalEnergy?.origin == .formula("Rossi's definition", source: "Rossi:1952"))
    let molybdenum = try catalogue.material(named: "Mo")
    #expect(
      molybdenum.nuclearInteractionLength?.origin
        == .formula("those of its elements", source: "PDG:2024cfk"))
  }

  @Test("the vacuum has no lengths, no energies and no atoms")
  func vacuum() throws {
    let vacuum = try Shipped.catalogue().material(named: "vacuum")
    #expect(vacuum.isVacuum)
    #expect(vacuum.density.value == .zero)
    #expect(vacuum.radiationLength == nil)
    #expect(vacuum.nuclearInteractionLength == nil)
    #expect(vacuum.criticalEnergy == nil)
    #expect(vacuum.electronCollisionLoss == nil)
    #expect(vacuum.numberDensities.isEmpty)
    #expect(vacuum.electronDensity == 0)
    #expect(vacuum.composition.meanAtomicWeight == 0)
  }

  @Test("a minimal card of formula and density has everything")
  func minimal() throws {
    let source = Source(
      name: "water.yaml",
      text: "schema: 1\nkind: material\nname: water\nstate: liquid\ncomposition: {H: 2, O: 1}\n"
        + "density: 1 g/cm3\n")
    let catalogue = MaterialCatalogue(elements: try Shipped.elements(), cards: [source])
    let water = try catalogue.material(named: "water")
    // 36.08 and 83.3 g/cm^2, 78.33 MeV in the tables; I = 75 eV recommended at the time.
    #expect(isNear(try #require(water.radiationLength).value.cm, 36.08, 1e-3))
    #expect(isNear(try #require(water.nuclearInteractionLength).value.cm, 83.3, 3e-3))
    #expect(isNear(try #require(water.meanExcitationEnergy).value.gev * 1e9, 75, 0.02))
    #expect(isNear(try #require(water.criticalEnergy).value.mev, 78.33, 0.02))
  }
}
