// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Testing

@Suite("Facts of a material")
struct MaterialFactTests {
  @Test("a table of lead: names, values with units, origins, the formula beside what is stated")
  func lead() throws {
    let facts = try Shipped.catalogue().material(named: "lead").facts
    #expect(
      facts.map { "\($0.name) [\($0.unit)]" } == [
        "density [g/cm3]", "Pb, by mass [%]", "Pb atoms [/cm3]", "electrons [/cm3]", "Z/A [mol/g]",
        "mean atomic weight [g/mol]", "radiation length [mm]", "radiation length [g/cm2]",
        "radiation length [g/cm2]", "nuclear interaction length [mm]",
        "nuclear interaction length [g/cm2]", "nuclear interaction length [g/cm2]",
        "mean excitation energy [eV]", "plasma energy [eV]", "density effect C []",
        "density effect x0 []", "density effect x1 []", "density effect a []",
        "density effect m []", "density effect delta0 []", "critical energy [MeV]",
        "critical energy [MeV]", "Moliere radius [mm]", "Moliere radius [g/cm2]",
      ])
    // The Review of Particle Physics gives 1.602 cm and 18.18 g/cm^2.
    #expect(isNear(facts[22].value, 16.02, 1e-3))
    #expect(facts[8].origin == .formula("Tsai's formula", source: "Tsai:1973py"))
    #expect(isNear(facts[8].value, facts[7].value, 1e-3))
    #expect(facts.allSatisfy { $0.value.isFinite })
  }

  @Test("the vacuum has a density and nothing else")
  func vacuum() throws {
    let facts = try Shipped.catalogue().material(named: "vacuum").facts
    #expect(facts.map(\.name) == ["density"])
  }
}
