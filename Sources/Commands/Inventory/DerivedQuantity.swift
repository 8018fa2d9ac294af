// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Storage

/// A number that follows from a card, and how.
package struct DerivedQuantity: Hashable, Sendable {
  /// Works out what follows from a sound card, given in its own text with nothing left to defaults.
  package typealias Derivation = @Sendable (Source, DataFolder) throws -> [DerivedQuantity]

  /// What it is.
  package let quantity: String
  /// Its value in the unit.
  package let value: Double
  /// The unit; empty for pure numbers.
  package let unit: String
  /// How it comes about: the card states it, or which formula gives it.
  package let origin: String
  /// The key of the publication behind it; nil where there is none.
  package let source: String?

  /// A derived number.
  package init(
    _ quantity: String, _ value: Double, unit: String, origin: String, source: String?
  ) {
    self.quantity = quantity
    self.value = value
    self.unit = unit
    self.origin = origin
    self.source = source
  }

  /// The number for programs.
  var json: JSONValue {
    [
      "quantity": .string(quantity), "value": .number(value), "unit": .string(unit),
      "origin": .string(origin), "source": source.map { .string($0) } ?? nil,
    ]
  }
}

extension [DerivedQuantity] {
  /// A table of the numbers in which every line is a comment, so that a card stays one.
  func comments(on channel: Channel) -> String {
    var table = Table([
      Table.Column("what follows"), Table.Column("value", .number), Table.Column("unit"),
      Table.Column("from"),
    ])
    for quantity in self {
      let source = quantity.source.map { " (\($0))" } ?? ""
      table.append([
        quantity.quantity, quantity.value.formatted(significant: 5), quantity.unit,
        quantity.origin + source,
      ])
    }
    let narrower = Channel(
      sink: channel.sink, columns: channel.columns.map { $0 - 2 },
      isColourful: channel.isColourful)
    return table.rendered(on: narrower).split(separator: "\n").map { "# \($0)\n" }.joined()
  }
}
