// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities
import Testing

@Suite("Particles")
struct ParticleTests {
  @Test("stable particles and those without a width have no mean life")
  func stable() throws {
    let table = try Shipped.particles()
    let electron = try table.particle(named: "e-")
    #expect(electron.isStable)
    #expect(electron.lifetime == nil)
    #expect(electron.decayLength == nil)
    let kaon = try table.particle(named: "K0")
    #expect(!kaon.isStable)
    #expect(kaon.width == nil)
    #expect(kaon.lifetime == nil)
    #expect(kaon.note == "has no width: it decays as K_S and K_L")
  }

  @Test("the decay length is c times the mean life: 658.6 m for a muon, 2.684 cm for a K_S")
  func decayLength() throws {
    let table = try Shipped.particles()
    let muon = try #require(try table.particle(named: "mu-").decayLength)
    #expect(isNear(muon.m, 658.638, 1e-5))
    let kaon = try #require(try table.particle(named: "K_S").decayLength)
    #expect(isNear(kaon.cm, 2.6844, 2e-4))
  }
}
