// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities
import Testing

@Suite("Tables of decays")
struct DecayTableTests {
  @Test("branching ratios add up to one, and lifetime and length are those of the total width")
  func sums() throws {
    let world = try Laboratory.world()
    let table = DarkPhoton(mass: .mev(500), epsilon: 1e-3).decays(in: world)
    let ratios = table.channels.compactMap { table.branchingRatio(of: $0.name) }
    #expect(ratios.count == table.channels.count)
    #expect(abs(ratios.reduce(0, +) - 1) < 1e-14)
    let length = try #require(table.properDecayLength)
    let lifetime = try #require(table.lifetime)
    #expect(relative(length.mm, lifetime.ns * PhysicalConstants.speedOfLight) < 1e-12)
    #expect(relative(lifetime.s * table.totalWidth, 6.582_119_569e-25) < 1e-9)
    #expect(table.branchingRatio(of: "W+ W-") == nil)
    #expect(table.stability == nil)
  }

  @Test("a closed channel is a zero with its threshold")
  func closed() throws {
    let world = try Laboratory.world()
    let table = DarkPhoton(mass: .mev(100), epsilon: 1e-3).decays(in: world)
    let muons = try #require(table["mu+ mu-"])
    #expect(muons.width == 0)
    #expect(muons.note == "closed: the mass is not above the threshold of 211.317 MeV")
    #expect(table.branchingRatio(of: "mu+ mu-") == 0)
    #expect(table["hadrons"]?.note == "closed: the mass is not above the threshold of 134.977 MeV")
  }

  @Test("a particle without open channels is stable and says so")
  func stable() throws {
    let world = try Laboratory.world()
    let axial = LeptonicMediator(mass: .mev(1), structure: .axial, leptons: .each(1e-3))
    let table = axial.decays(in: world)
    #expect(table.isStable)
    #expect(table.lifetime == nil && table.properDecayLength == nil)
    #expect(table.stability == "stable: no channel is open")
    #expect(table.branchingRatio(of: "e+ e-") == nil)
    let decoupled = DarkPhoton(mass: .gev(1), epsilon: 0).decays(in: world)
    #expect(decoupled.stability == "stable: no channel has a width that a number can hold")
  }
}
