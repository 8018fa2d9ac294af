// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The name of another card, such as the material of an absorber.
package struct CardReference: Sendable {
  /// The kind of the other card.
  package let kind: String
  /// Its name.
  package let name: String
  /// Where it is named; `nil` for a default.
  package let place: Place?

  /// Makes a reference.
  package init(_ name: String, kind: String, place: Place? = nil) {
    self.name = name
    self.kind = kind
    self.place = place
  }
}

extension Notation {
  /// The name of another card; unknown names are findings where the shelf can list its cards.
  package static func reference(
    to kind: String, example: String
  ) -> Notation where Value == CardReference {
    Notation(
      shape: .value(type: "name of a \(kind)", permitted: "", units: [], example: example),
      read: { node, decoding in
        guard
          let scalar = decoding.scalar(
            of: node, expecting: "the name of a \(kind)", example: example)
        else { return nil }
        let name = scalar.text
        guard let known = decoding.shelf.names(of: kind), !known.contains(name) else {
          return CardReference(name, kind: kind, place: node.place)
        }
        let count = known.count == 1 ? "1 name is" : "\(known.count) names are"
        decoding.error(
          "no \(kind) is named \(quoted(name)) (\(count) known)", at: node.place,
          suggestion: nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
            ?? "'lacuna list' shows them")
        return nil
      },
      write: { .text($0.name) })
  }
}
