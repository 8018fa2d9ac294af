// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities
import Testing

@Suite("The table of elements")
struct ElementTableTests {
  @Test("92 elements stand in the order of their charge, found by symbol, name and charge")
  func lookUp() throws {
    let table = try Shipped.elements()
    #expect(table.elements.map(\.z) == Array(1...92))
    for element in table.elements {
      #expect(try table.element(named: element.symbol) == element)
      #expect(try table.element(named: element.name) == element)
      #expect(table.element(z: element.z) == element)
    }
    #expect(table.element(z: 0) == nil)
    #expect(table.element(z: 93) == nil)
    #expect(
      message { _ = try table.element(named: "Irom") }
        == "no element is named 'Irom' (184 names are known) did you mean 'iron'?")
  }

  @Test("A / Z lies between 1.98 and 2.62 beyond hydrogen")
  func atomicWeights() throws {
    for element in try Shipped.elements().elements.dropFirst() {
      let ratio = element.atomicWeight / Double(element.z)
      #expect(ratio > 1.98 && ratio < 2.62, "\(element.name)")
    }
  }

  @Test("I / Z changes by less than a tenth from neighbour to neighbour: a slip would stand out")
  func excitationEnergies() throws {
    let elements = try Shipped.elements().elements.dropFirst(9)
    for (lighter, heavier) in zip(elements, elements.dropFirst()) {
      let energies = [lighter, heavier].map { $0.meanExcitationEnergy.gev / Double($0.z) }
      #expect(isNear(energies[1], energies[0], 0.1), "\(heavier.name)")
    }
  }

  @Test("constituents of condensed matter are bound: 1.13 times the element's where not measured")
  func constituents() throws {
    let table = try Shipped.elements()
    let lead = try table.element(named: "Pb")
    #expect(isNear(lead.meanExcitationEnergyInCondensed.gev * 1e9, 1.13 * 823, 1e-12))
    #expect(lead.meanExcitationEnergyInGas == lead.meanExcitationEnergy)
    let carbon = try table.element(named: "C")
    #expect(isNear(carbon.meanExcitationEnergyInCondensed.gev * 1e9, 81, 1e-12))
    #expect(isNear(carbon.meanExcitationEnergyInGas.gev * 1e9, 70, 1e-12))
  }

  @Test("a damaged row is refused with its line")
  func damage() throws {
    let text = try Shipped.text(of: "Data/tables/elements.csv")
    func refusal(_ good: String, _ bad: String) -> String? {
      message { _ = try ElementTable(text.replacing(good, with: bad), file: "e.csv") }
    }
    #expect(
      refusal("26,Fe,iron,55.845", "27,Fe,iron,55.845")
        == "e.csv:37: the charge 27 (the row belongs to 26)")
    #expect(
      refusal("26,Fe,iron", "26,Cr,iron")
        == "e.csv:37: the name 'Cr' stands twice (names are unique)")
    #expect(
      refusal("55.845,standard", "55.845,guess")
        == "e.csv:37: the kind of weight 'guess' (it is 'standard' or 'isotope')")
    #expect(
      refusal("standard,286,", "standard,0,")
        == "e.csv:37: 'mean_excitation_ev' is 0.0 (it must be above 0)")
  }
}
