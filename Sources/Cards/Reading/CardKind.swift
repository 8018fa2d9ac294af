// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A kind of card, such as a search or a material: its name and its keys.
package struct CardKind: Sendable {
  /// The name, which is the value of the key `kind`.
  package let name: String

  /// All keys below the first lines that every card has.
  let form: Form

  /// Declares a kind of card by the form of what follows `name` and `title`.
  package init(_ form: Form) {
    name = form.name
    self.form = form.preceded(by: [CardHeader.name, CardHeader.title])
  }
}

/// The first lines that every card has.
package enum CardHeader {
  /// The version of the language that this program reads.
  static let currentSchema = 1

  /// The version of the language.
  static let schema = Key(
    "schema", .integer(1...1, example: "1"),
    meaning: "version of the language of cards; the first key of every card")

  /// What the card describes.
  static func kind(among names: [String]) -> Key<String> {
    Key("kind", .choice(names), meaning: "what the card describes")
  }

  /// The name of the card.
  package static let name = Key(
    "name", .name(example: "na64e-invisible"),
    meaning: "name by which other cards and commands find it")

  /// A heading for people.
  package static let title = Key(
    "title", .text(example: "NA64, electrons, invisible"), default: "",
    meaning: "one line for headings of figures and reports")

  /// The card that this one starts from.
  static let extends = Key<String?>(
    "extends", optional: .text(example: "na64e-invisible"),
    meaning: "card that this one starts from, by name or by path; only what differs is written")
}
