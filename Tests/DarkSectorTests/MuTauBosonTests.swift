// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities
import Testing

@Suite("The Z' of L_mu - L_tau")
struct MuTauBosonTests {
  @Test("light, it decays into neutrinos, and into electrons through its loops")
  func light() throws {
    let world = try Laboratory.world()
    let table = MuTauBoson(mass: .mev(100), coupling: 1).decays(in: world)
    let neutrinos = try #require(table["nu nu~"])
    #expect(relative(neutrinos.width, 0.1 / (12 * .pi)) < 1e-15)
    #expect(neutrinos.note == "sum of nu_mu and nu_tau")
    let electrons = try #require(table["e+ e-"])
    // e |epsilon| / g' = 0.0044 there.
    #expect(
      electrons.width > 1.8e-5 * neutrinos.width && electrons.width < 2.6e-5 * neutrinos.width)
    #expect(electrons.note == "through loops of muons and taus")
    #expect(table["mu+ mu-"]?.width == 0)
  }

  @Test("heavy, it decays equally into muons and taus, and half as often into each neutrino")
  func heavy() throws {
    let world = try Laboratory.world()
    let table = MuTauBoson(mass: .gev(1000), coupling: 1e-3).decays(in: world)
    let muons = try #require(table["mu+ mu-"]?.width)
    #expect(relative(try #require(table["tau+ tau-"]?.width), muons) < 1e-4)
    #expect(relative(try #require(table["nu nu~"]?.width), muons) < 1e-4)
  }

  @Test(
    "the loop channels are those of a dark photon with |epsilon|", arguments: [0.05, 0.3, 0.78])
  func loops(_ mass: Double) throws {
    let world = try Laboratory.world()
    let size = MuTauMixing.perCoupling(atSquare: mass * mass, leptonMasses: world.leptonMasses)
      .magnitude
    let photon = DarkPhoton(mass: .gev(mass), epsilon: 1e-3 * size).decays(in: world)
    let boson = MuTauBoson(mass: .gev(mass), coupling: 1e-3).decays(in: world)
    for name in ["e+ e-", "hadrons"] {
      let (one, two) = (try #require(photon[name]?.width), try #require(boson[name]?.width))
      #expect(relative(one, two) < 1e-13)
    }
  }
}
