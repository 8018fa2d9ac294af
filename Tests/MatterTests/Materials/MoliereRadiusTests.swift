// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Testing

@Suite("The Moliere radius")
struct MoliereRadiusTests {
  // The Review of Particle Physics, tables of atomic and nuclear properties, in g/cm^2.
  @Test(
    "is that of the tables",
    arguments: [("lead", 18.18), ("tungsten", 17.99), ("copper", 14.06), ("lead-tungstate", 16.3)])
  func tables(name: String, thickness: Double) throws {
    let material = try Shipped.catalogue().material(named: name)
    let length = try #require(material.radiationLength?.value)
    let critical = try #require(material.criticalEnergy?.value)
    let radius = MoliereRadius.radius(radiationLength: length, criticalEnergy: critical)
    #expect(isNear(radius.cm * material.density.value.gramsPerCm3, thickness, 0.02))
  }
}
