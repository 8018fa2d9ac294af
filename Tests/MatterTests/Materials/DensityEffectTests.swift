// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities
import Testing

@Suite("The density effect")
struct DensityEffectTests {
  static func fitted() throws -> [Material] {
    let catalogue = try Shipped.catalogue()
    return try catalogue.cardNames.map { try catalogue.material(named: $0) }.filter {
      if case .card = $0.densityEffectOrigin { true } else { false }
    }
  }

  @Test("C of every card is 2 ln(I / plasma energy) + 1 to the digits printed")
  func consistency() throws {
    let materials = try Self.fitted()
    #expect(materials.count >= 19)
    for material in materials {
      let effect = try #require(material.densityEffect)
      let excitation = try #require(material.meanExcitationEnergy).value
      let expected = DensityEffect.c(
        meanExcitationEnergy: excitation, plasmaEnergy: material.plasmaEnergy)
      #expect((effect.c - expected).magnitude < 1e-3, "\(material.name) \(effect.c) \(expected)")
    }
  }

  @Test("delta is continuous at x0 and x1, as good as printed parameters allow")
  func continuity() throws {
    for material in try Self.fitted() {
      let effect = try #require(material.densityEffect)
      for x in [effect.x0, effect.x1] {
        let below = effect(betaGamma: pow(10, x - 1e-9))
        let above = effect(betaGamma: pow(10, x + 1e-9))
        #expect((above - below).magnitude < 0.02, "\(material.name) at \(x): \(below), \(above)")
      }
    }
  }

  @Test("delta grows with the momentum, and starts from nothing in an insulator")
  func growth() throws {
    for material in try Self.fitted() {
      let effect = try #require(material.densityEffect)
      var last = 0.0
      for step in 1...100 {
        let x = effect.x0 + 0.001 + 0.05 * Double(step)
        let delta = effect(betaGamma: pow(10, x))
        #expect(delta >= last - 1e-12, "\(material.name) at \(x)")
        last = delta
      }
      let slow = effect(betaGamma: pow(10, effect.x0 - 0.5))
      #expect(isNear(slow, effect.delta0 / 10, 1e-9), "\(material.name)")
    }
  }

  @Test("far above x1 ionisation knows the plasma energy alone: delta / 2 = ln(bg hw / I) - 1/2")
  func asymptote() throws {
    let lead = try Shipped.catalogue().material(named: "lead")
    let effect = try #require(lead.densityEffect)
    let excitation = try #require(lead.meanExcitationEnergy).value
    let expected = log(1e6 * lead.plasmaEnergy.gev / excitation.gev) - 0.5
    #expect(isNear(effect(betaGamma: 1e6) / 2, expected, 1e-5))
  }

  @Test("at another density delta is that of a momentum scaled by the root of the ratio")
  func scaling() throws {
    let effect = try #require(try Shipped.catalogue().material(named: "argon").densityEffect)
    let scaled = effect.scaled(byDensityRatio: 100)
    for momentum in [20.0, 300, 2e4, 1e7] {
      #expect(isNear(scaled(betaGamma: momentum), effect(betaGamma: 10 * momentum), 1e-12))
    }
    let back = scaled.scaled(byDensityRatio: 0.01)
    #expect(isNear(back.c, effect.c, 1e-14))
    #expect(isNear(back.x0, effect.x0, 1e-14))
  }
}
