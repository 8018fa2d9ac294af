// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Matter
import Storage

extension Material {
  /// What follows from the card of a material.
  static let derivation: DerivedQuantity.Derivation = { card, folder in
    let catalogue = try MaterialCatalogue(from: folder, and: [card])
    // The card that was given comes first.
    guard let name = catalogue.cardNames.first else { return [] }
    return try catalogue.material(named: name).facts.map(DerivedQuantity.init)
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
}
