// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// Where a number comes from: a card, or a formula.
package enum Origin: Hashable, Sendable {
  /// A card states it, with the key of its source and how far it can be trusted.
  case card(source: String?, certainty: Certainty?)
  /// A formula gives it; the text says which, the key says whose if it is anybody's.
  case formula(String, source: String?)

  /// The origin of a number of a card.
  init<D: Dimension>(_ number: Measured<D>) {
    self = .card(source: number.source, certainty: number.certainty)
  }
}

/// A quantity together with where it comes from.
package struct Attributed<D: Dimension>: Hashable, Sendable {
  /// The value.
  package let value: Quantity<D>
  /// Where it comes from.
  package let origin: Origin

  /// Attributes a value.
  package init(_ value: Quantity<D>, _ origin: Origin) {
    self.value = value
    self.origin = origin
  }

  /// Takes the number of a card, if it states one, and a formula's otherwise.
  init(
    _ number: Measured<D>?, or formula: @autoclosure () -> Quantity<D>, _ text: String,
    source: String?
  ) {
    if let number {
      self.init(number.value, Origin(number))
    } else {
      self.init(formula(), .formula(text, source: source))
    }
  }
}
