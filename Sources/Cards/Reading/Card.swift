// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A card that was read, extended, overridden and found sound.
package struct Card: Sendable {
  /// What it describes, such as `search`.
  package let kind: String

  /// The text that it was read from.
  package let source: Source

  /// The texts of the cards that it extends, the nearest first.
  package let ancestors: [Source]

  /// Its keys.
  package let root: Section

  /// The name by which it is found.
  package var name: String { root[CardHeader.name] }

  /// The heading for people.
  package var title: String { root[CardHeader.title] }

  /// The value of a key.
  package subscript<Value>(key: Key<Value>) -> Value { root[key] }

  /// The card as it would be written, with every default filled in.
  package var written: Written {
    .map(
      [
        .init("schema", .value(String(CardHeader.currentSchema))),
        .init("kind", .value(kind)),
      ] + root.writtenFields)
  }
}
