// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Matter
import Quantities
import Testing

@Suite("The catalogue of materials")
struct MaterialCatalogueTests {
  static func catalogue(_ cards: [String: String]) throws -> MaterialCatalogue {
    let sources = cards.sorted { $0.key < $1.key }.map { name, body in
      Source(
        name: "own/\(name).yaml", text: "schema: 1\nkind: material\nname: \(name)\n" + body)
    }
    return try MaterialCatalogue(from: Shipped.folder(), and: sources)
  }

  @Test("everything that experiments are made of is there, sound and without a warning")
  func shipped() throws {
    let catalogue = try Shipped.catalogue()
    let needed = [
      "Pb", "W", "Fe", "Cu", "Be", "Al", "C", "Si", "Mo", "H", "N", "O", "Ar", "polystyrene", "air",
      "vacuum", "PbWO4", "BGO", "LKr", "mylar", "LH2", "LAr",
    ]
    for name in needed { #expect(throws: Never.self) { try catalogue.material(named: name) } }
    for name in catalogue.cardNames {
      #expect(catalogue.findings(named: name).isEmpty, "\(name)")
      #expect(try catalogue.material(named: name).name == name)
    }
    #expect(try catalogue.material(named: "Pb") == catalogue.material(named: "lead"))
    #expect(catalogue.card(named: "Pb")?.title == "Lead")
  }

  @Test("no alias of a shipped material hides another")
  func aliases() throws {
    let catalogue = try Shipped.catalogue()
    for name in catalogue.cardNames {
      for alias in try catalogue.material(named: name).aliases {
        #expect(try catalogue.material(named: alias).name == name, "\(alias)")
      }
    }
  }

  @Test("an unknown material is an error with the nearest name")
  func unknown() throws {
    let catalogue = try Shipped.catalogue()
    #expect(
      message { _ = try catalogue.material(named: "tungsen") }
        == "no material is named 'tungsen' (\(catalogue.names.count) names are known)"
        + " did you mean 'tungsten'?")
  }

  @Test("a mixture by volume has the mean density, and lengths between those of its parts")
  func mixtureByVolume() throws {
    let card = "mixture: {by: volume, parts: {Pb: 25 %, polystyrene: 75 %}}\n"
    let catalogue = try Self.catalogue(["sandwich": card])
    let material = try catalogue.material(named: "sandwich")
    #expect(isNear(material.density.value.gramsPerCm3, 0.25 * 11.35 + 0.75 * 1.06, 1e-12))
    let lead = try catalogue.material(named: "lead")
    let plastic = try catalogue.material(named: "polystyrene")
    // Lengths of the layers in units of their own radiation lengths add up.
    func tsai(_ material: Material) -> Double {
      RadiationLength.thickness(of: material.composition) / material.density.value.gramsPerCm3
    }
    let expected = 1 / (0.25 / tsai(lead) + 0.75 / tsai(plastic))
    #expect(isNear(try #require(material.radiationLength).value.cm, expected, 1e-12))
    #expect(
      isNear(
        material.electronDensity,
        0.25 * lead.electronDensity
          + 0.75 * plastic.electronDensity, 1e-12))
    #expect(catalogue.findings(named: "sandwich").isEmpty)
  }

  @Test("a mixture by mass is the one by volume with the shares of the masses")
  func mixtureByMass() throws {
    let masses = 0.25 * 11.35 / (0.25 * 11.35 + 0.75 * 1.06)
    let catalogue = try Self.catalogue([
      "a": "mixture: {by: volume, parts: {lead: 0.25, polystyrene: 0.75}}\n",
      "b": "mixture: {by: mass, parts: {lead: \(masses), polystyrene: \(1 - masses)}}\n",
      "c": "mixture: {by: mass, parts: {a: 50 %, b: 50 %}}\n",
    ])
    let a = try catalogue.material(named: "a")
    for name in ["b", "c"] {
      let other = try catalogue.material(named: name)
      #expect(
        isNear(other.density.value.gramsPerCm3, a.density.value.gramsPerCm3, 1e-12), "\(name)")
      let energies = [a, other].compactMap { $0.meanExcitationEnergy?.value.gev }
      #expect(isNear(energies[0], energies[1], 1e-12))
    }
  }

  @Test("a material extended with another density carries lengths and density effect along")
  func extended() throws {
    let catalogue = try Self.catalogue([
      "light-graphite": "extends: graphite\ndensity: 1.7 g/cm3\n"
    ])
    let light = try catalogue.material(named: "light-graphite")
    let dense = try catalogue.material(named: "graphite")
    #expect(catalogue.findings(named: "light-graphite").isEmpty)
    let lengths = [light, dense].compactMap { $0.radiationLength?.value.mm }
    #expect(isNear(lengths[0], lengths[1] * 2.21 / 1.7, 1e-12))
    // Sternheimer:1983mb fitted graphite of this density on its own: C 3.1550, x0 0.0480, x1 2.5387.
    let effect = try #require(light.densityEffect)
    #expect((effect.c - 3.1550).magnitude < 2e-4)
    #expect((effect.x0 - 0.0480).magnitude < 2e-4)
    #expect((effect.x1 - 2.5387).magnitude < 2e-4)
  }

  @Test("parameters and lengths that do not fit the density are warned of")
  func warnings() throws {
    let catalogue = try Self.catalogue([
      "odd": "composition: {Pb: 1}\ndensity: 9 g/cm3\nradiation-length: 5.612 mm\n"
        + "density-effect: {c: 6.2018, x0: 0.3776, x1: 3.8073, a: 0.09359, m: 3.1608}\n"
    ])
    #expect(throws: Never.self) { try catalogue.material(named: "odd") }
    let messages = catalogue.findings(named: "odd").kept.map(\.message)
    #expect(
      messages == [
        "C=6.2018 does not fit I and the density (2 ln(I / plasma energy) + 1 is 6.4338)",
        "radiation-length=5.612 mm does not fit the density (Tsai's formula: 7.077 mm)",
      ])
  }

  @Test("mixtures that are parts of one another are refused, each with the circle")
  func circle() throws {
    let catalogue = try Self.catalogue([
      "a": "mixture: {by: mass, parts: {b: 100 %}}\n",
      "b": "mixture: {by: mass, parts: {a: 100 %}}\n",
    ])
    #expect(
      message { _ = try catalogue.material(named: "b") }
        == "the material 'b' cannot be used (materials are parts of one another (a -> b -> a))")
    #expect(
      message { _ = try catalogue.material(named: "a") }
        == "the material 'a' cannot be used (the part 'b' cannot be used (its card has errors))")
  }

  @Test("a broken card breaks no other")
  func broken() throws {
    let catalogue = try Self.catalogue(["bad": "densty: 1 g/cm3\n"])
    #expect(throws: Never.self) { try catalogue.material(named: "lead") }
    #expect(
      message { _ = try catalogue.material(named: "bad") }
        == "the material 'bad' cannot be used (unknown key 'densty' (not a key of the card))")
  }
}
