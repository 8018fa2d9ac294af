// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Matter
import Quantities
import Showers
import Storage

extension Material {
  /// What follows from the card of a material.
  static let derivation: DerivedQuantity.Derivation = { card, folder in
    let material = try Material(card: card, folder)
    return material.facts.map(DerivedQuantity.init)
      + (try DerivedQuantity.showers(in: material, from: folder))
  }
}

extension DerivedQuantity {
  /// A fact about a material.
  fileprivate init(_ fact: MaterialFact) {
    switch fact.origin {
    case .card(let source, let certainty):
      let words = certainty.map { "the card, \($0.rawValue)" } ?? "the card"
      self.init(fact.name, fact.value, unit: fact.unit, origin: words, source: source)
    case .formula(let words, let source):
      self.init(fact.name, fact.value, unit: fact.unit, origin: words, source: source)
    }
  }

  /// The constants of showers in a material; none for the vacuum.
  fileprivate static func showers(
    in material: Material, from folder: DataFolder
  ) throws -> [DerivedQuantity] {
    guard !material.isVacuum else { return [] }
    let constants = try ShowerConstants(of: material, from: folder)
    var quantities: [DerivedQuantity] = []
    for energy in [Energy.mev(10), .gev(1), .gev(100)] {
      guard let length = constants.conversionLength(at: energy) else { continue }
      quantities.append(
        DerivedQuantity(
          "conversion of \(energy) photons", length.mm, unit: "mm",
          origin: "mean free path to e+ e-",
          source: energy.gev < PairProduction.junction ? "Geant4:2024phys" : "Butcher:1960"))
    }
    for (beam, name) in [(ShowerSpecies.electron, "e-"), (.photon, "gamma")] {
      let energy = Energy.gev(100)
      guard let depth = constants.maximum(of: beam, energy: energy) else { continue }
      quantities.append(
        DerivedQuantity(
          "shower maximum, \(energy) \(name)", depth, unit: "X0",
          origin: "ln(E / critical energy) \(beam == .photon ? "+" : "-") 1/2",
          source: "PDG:2024cfk"))
    }
    quantities.append(
      DerivedQuantity(
        "LPM energy", constants.suppressionEnergy.gev / 1e3, unit: "TeV",
        origin: "alpha m^2 X0 / (4 pi hbar c)", source: "Migdal:1956tc"))
    return quantities
  }
}
