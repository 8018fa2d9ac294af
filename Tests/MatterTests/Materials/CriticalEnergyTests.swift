// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities
import Testing

@Suite("Critical energies")
struct CriticalEnergyTests {
  // Tests density effect, excitation energy, radiation length and loss of each material at once.
  @Test("Rossi's definition gives the tables within 0.15%")
  func tables() throws {
    let catalogue = try Shipped.catalogue()
    let table = try Shipped.table("critical-energies.csv", columns: ["material", "critical_mev"])
    for row in table.rows {
      let material = try catalogue.material(named: row.text("material"))
      let energy = try #require(material.criticalEnergy)
      #expect(
        isNear(energy.value.mev, try row.number("critical_mev"), 1.5e-3),
        "\(material.name) \(energy.value)")
    }
  }

  @Test("the fit is within 8% of Rossi's definition for elements, gases apart from dense matter")
  func fit() throws {
    let catalogue = try Shipped.catalogue()
    for name in [
      "lead", "tungsten", "iron", "copper", "aluminium", "silicon", "graphite", "beryllium",
      "argon", "nitrogen", "oxygen", "liquid-argon", "liquid-krypton",
    ] {
      let material = try catalogue.material(named: name)
      let element = try #require(material.composition.components.first).element
      let energy = try #require(material.criticalEnergy).value
      let fit = CriticalEnergy.fit(z: element.z, state: material.state)
      #expect(isNear(fit.mev, energy.mev, 0.08), "\(name) \(fit) \(energy)")
    }
  }
}
