// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Showers
import Testing

@Suite("constants of showers")
struct ShowerConstantsTests {
  @Test("lead: E_LPM of 4.3 TeV, photons convert after 9/7 X0 at high energy, e- peak at 9 X0")
  func lead() throws {
    let constants = try ShowerConstants(of: Shipped.material("lead"), from: Shipped.folder())
    // The Review of Particle Physics: 7.7 TeV/cm times X0.
    #expect(isNear(constants.suppressionEnergy.gev, 7700 * 0.5612, 5e-3))
    let length = try #require(constants.conversionLength(at: .gev(50)))
    #expect(isNear(length.mm, 9.0 / 7 * 5.612, 0.02))
    #expect(constants.conversionLength(at: .mev(1)) == nil)
    let electron = try #require(constants.maximum(of: .electron, energy: .gev(100)))
    #expect(isNear(electron, 9.007, 1e-3))
    #expect(constants.maximum(of: .positron, energy: .gev(100)) == electron)
    #expect(
      isNear(try #require(constants.maximum(of: .photon, energy: .gev(100))), electron + 1, 1e-12))
    #expect(constants.maximum(of: .electron, energy: .mev(8)) == nil)
  }

  @Test("the vacuum has none")
  func vacuum() throws {
    #expect(throws: ShowerError.self) {
      try ShowerConstants(of: Shipped.material("vacuum"), from: Shipped.folder())
    }
  }
}
