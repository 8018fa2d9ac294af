// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What a notation looks like, for the reference and for messages.
package indirect enum Shape: Sendable {
  /// A single value: what it is (`an energy`), what is permitted, the units that fit, an example.
  case value(type: String, permitted: String, units: [String], example: String)
  /// One of some names.
  case choice([String])
  /// A list of values of one shape; the text says how many, or is empty.
  case list(Shape, count: String)
  /// A map with free keys and values of one shape.
  case map(Shape)
  /// A section with declared keys.
  case section(Form)
  /// A list of named elements, each of one of these forms; where there is a stock, an element may
  /// start from one of its cards.
  case elements([Form], haveKinds: Bool, stock: Stock? = nil)
  /// One element of a kind, without a name of its own.
  case element([Form])
  /// A number with source and certainty, or the number alone.
  case measured(Shape, Form)

  /// The shape in a few words, such as `list of lengths`.
  package var inWords: String {
    switch self {
    case .value(let type, let permitted, let units, _):
      type + (permitted.isEmpty ? "" : ", " + permitted)
        + (units.isEmpty ? "" : " (" + units.joined(separator: ", ") + ")")
    case .choice(let names): "one of: " + names.joined(separator: ", ")
    case .list(let item, let count):
      "list" + (count.isEmpty ? "" : " of " + count) + ", each: " + item.inWords
    case .map(let value): "map of names to: " + value.inWords
    case .section: "section"
    case .elements(_, let haveKinds, _):
      haveKinds ? "list of named elements, each of a kind" : "list of named elements"
    case .element: "element of a kind"
    case .measured(let value, _): "measured " + value.inWords
    }
  }

  /// An example of a value; empty for sections, whose keys have their own.
  package var example: String {
    switch self {
    case .value(_, _, _, let example): example
    case .choice(let names): names.first ?? ""
    case .list(let item, _): item.example.isEmpty ? "" : "[\(item.example)]"
    case .map(let value): value.example.isEmpty ? "" : "{name: \(value.example)}"
    case .section, .elements, .element: ""
    case .measured(let value, _):
      "{value: \(value.example), source: KEY, certainty: quoted}"
    }
  }
}
