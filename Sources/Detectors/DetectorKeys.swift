// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards

/// The card of a detector: one element, which searches place along their beam by name.
package enum DetectorKeys {
  static let kindName = "detector"
  static let elementName = "element"

  /// Other names.
  package static let aliases = Key<[String]>(
    "aliases", .list(of: .name(example: "NA64-ECAL")), default: [],
    meaning: "other names by which it is found")

  /// The element.
  package static let element = Key<Element>(
    elementName, ElementKind.unplacedNotation,
    meaning: "what it is; searches start an element from it by 'extends'")

  /// The kind of card.
  package static let kind = CardKind(
    Form(
      kindName, meaning: "one detector, for searches that place it along their beam",
      keys: [aliases, element]))
}
