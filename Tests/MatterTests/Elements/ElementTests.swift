// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities
import Testing

@Suite("Elements")
struct ElementTests {
  @Test("the nucleus of hydrogen is a proton within 1e-3, that of lead weighs 192.96 GeV")
  func nuclearMass() throws {
    let table = try Shipped.elements()
    let proton = try Shipped.particles().particle(named: "p").mass.gev
    #expect(isNear(try table.element(named: "H").nuclearMass.gev, proton, 1e-3))
    #expect(isNear(try table.element(named: "Pb").nuclearMass.gev, 192.964, 1e-5))
  }
}
