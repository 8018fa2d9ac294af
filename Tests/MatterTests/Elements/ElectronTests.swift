// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Testing

@Suite("The electron in formulas")
struct ElectronTests {
  @Test("its mass is that of CODATA 2022, and that of the table of particles to 2e-9")
  func mass() throws {
    #expect(isNear(Electron.mass, 0.510_998_950_69e-3, 1e-9))
    #expect(isNear(Electron.mass, try Shipped.particles().particle(named: "e-").mass.gev, 2.5e-9))
  }
}
