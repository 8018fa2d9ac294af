// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities
import Testing

@Suite("Plasma energies")
struct PlasmaEnergyTests {
  @Test("the plasma energy is 28.816 eV sqrt(rho Z/A); 61.07 eV in lead")
  func scale() throws {
    let lead = try Shipped.catalogue().material(named: "lead")
    let expected = 28.816 * sqrt(11.35 * 82 / 207.2)
    #expect(isNear(lead.plasmaEnergy.gev * 1e9, expected, 1e-5))
    #expect(isNear(lead.plasmaEnergy.gev * 1e9, 61.072, 1e-4))
  }
}
