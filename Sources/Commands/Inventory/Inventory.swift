// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Storage

/// The kinds of things that ship with the program, and the languages of their cards.
///
/// A value, so that tests bring an inventory of their own.
package struct Inventory: Sendable {
  /// A kind of thing.
  package struct Kind: Sendable {
    /// Its name in the plural, as typed: `materials`.
    package let name: String
    /// Its name in the singular, as its cards say it: `material`.
    package let singular: String
    /// Where its members are.
    package let members: Members
    /// What follows from one of its cards; nil where a card says all there is.
    package let derivation: DerivedQuantity.Derivation?

    /// A kind.
    package init(
      _ name: String, singular: String, _ members: Members,
      derivation: DerivedQuantity.Derivation? = nil
    ) {
      self.name = name
      self.singular = singular
      self.members = members
      self.derivation = derivation
    }
  }

  /// Where the members of a kind are.
  package enum Members: Sendable {
    /// Cards in a folder of the data.
    case cards(in: DataFolder.Kind)
    /// Parts of the program itself.
    case built([Entry])
  }

  /// A member of a kind.
  package struct Entry: Hashable, Sendable {
    /// Its name, as typed.
    package let name: String
    /// Other names by which it is found.
    package let aliases: [String]
    /// One line for people.
    package let title: String

    /// A member.
    package init(_ name: String, aliases: [String] = [], title: String) {
      self.name = name
      self.aliases = aliases
      self.title = title
    }
  }

  /// The kinds, in the order in which they are listed.
  package let kinds: [Kind]
  /// The languages of the cards.
  package let cardKinds: [CardKind]

  /// The kind whose cards call themselves so.
  func kind(ofCards singular: String) -> Kind? { kinds.first { $0.singular == singular } }

  /// An inventory.
  package init(kinds: [Kind], cardKinds: [CardKind]) {
    self.kinds = kinds
    self.cardKinds = cardKinds
  }
}
