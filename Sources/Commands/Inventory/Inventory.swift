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

    /// A kind.
    package init(_ name: String, singular: String, _ members: Members) {
      self.name = name
      self.singular = singular
      self.members = members
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
    /// One line for people.
    package let title: String

    /// A member.
    package init(_ name: String, title: String) {
      self.name = name
      self.title = title
    }
  }

  /// The kinds, in the order in which they are listed.
  package let kinds: [Kind]
  /// The languages of the cards.
  package let cardKinds: [CardKind]

  /// An inventory.
  package init(kinds: [Kind], cardKinds: [CardKind]) {
    self.kinds = kinds
    self.cardKinds = cardKinds
  }
}
