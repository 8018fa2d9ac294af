// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities
import Testing

@Suite("The dark photon")
struct DarkPhotonTests {
  @Test("the channels stand in their order, with dark matter where it is coupled")
  func channels() throws {
    let world = try Laboratory.world()
    let visible = DarkPhoton(mass: .gev(1), epsilon: 1e-3)
    let names = ["e+ e-", "mu+ mu-", "tau+ tau-", "hadrons", "3 gamma"]
    #expect(visible.decays(in: world).channels.map(\.name) == names)
    let dark = DarkPhoton(
      mass: .gev(1), epsilon: 1e-3, dark: DarkCoupling(.dirac(mass: 0.2), alpha: 0.1))
    #expect(dark.decays(in: world).channels.map(\.name) == names + ["chi chi~"])
  }

  @Test("visible widths scale with epsilon squared, dark ones not at all")
  func scaling() throws {
    let world = try Laboratory.world()
    let dark = DarkCoupling(.complexScalar(mass: 0.1), alpha: 0.1)
    let small = DarkPhoton(mass: .gev(0.8), epsilon: 1e-5, dark: dark).decays(in: world)
    let large = DarkPhoton(mass: .gev(0.8), epsilon: 3e-4, dark: dark).decays(in: world)
    for (one, two) in zip(small.channels, large.channels) where one.width > 0 {
      #expect(relative(two.width / one.width, one.name == "phi phi*" ? 1 : 900) < 1e-12)
    }
  }

  @Test("the hadronic width is R times that of massless muons, not of massive ones")
  func normalisation() throws {
    let world = try Laboratory.world()
    let table = DarkPhoton(mass: .gev(0.3), epsilon: 1).decays(in: world)
    let hadrons = try #require(table["hadrons"]?.width)
    let muons = try #require(table["mu+ mu-"]?.width)
    let electrons = try #require(table["e+ e-"]?.width)
    #expect(relative(hadrons / electrons, world.hadrons.value(at: 0.3)) < 1e-9)
    // The trap: massive muons are 0.886 of massless ones there.
    #expect(relative(muons / electrons, 0.8859) < 1e-4)
  }

  @Test("the total width stays within the stated distance of DarkCast's")
  func darkCast() throws {
    let world = try Laboratory.world()
    for row in try Laboratory.validation("widths_hadronic.csv") {
      let mass = try row.number("mass_gev")
      let width = DarkPhoton(mass: .gev(mass), epsilon: 1).decays(in: world).totalWidth
      let ratio = width / (try row.number("darkcast_gev"))
      let tolerance = try row.number("tolerance")
      #expect(abs(ratio - 1) < tolerance, "\(mass) GeV: \(ratio)")
    }
  }

  @Test("notes say where R is perturbative")
  func notes() throws {
    let world = try Laboratory.world()
    func note(_ mass: Double) -> String? {
      DarkPhoton(mass: .gev(mass), epsilon: 1).decays(in: world)["hadrons"]?.note
    }
    #expect(note(1) == nil)
    #expect(note(2.5) == "perturbative R")
    #expect(note(3.5) == "perturbative R; charmonium and bottomonium are not resolved")
  }
}
