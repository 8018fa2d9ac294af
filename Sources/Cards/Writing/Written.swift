// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A value as it will be written: a tree without places.
package indirect enum Written: Equatable, Sendable {
  /// A number, a switch, a condition: written without quotes where YAML lets it.
  case value(String)
  /// A user's text; quoted also where other readers of YAML would take it for a number or a switch.
  case text(String)
  /// A list.
  case list([Written])
  /// A map, its entries in order.
  case map([Field])

  /// A key, its value, and what the key means.
  package struct Field: Equatable, Sendable {
    /// The key.
    package let key: String
    /// The value.
    package let value: Written
    /// The meaning of the key; empty if there is nothing to say.
    package let meaning: String

    /// Makes a field.
    package init(_ key: String, _ value: Written, meaning: String = "") {
      self.key = key
      self.value = value
      self.meaning = meaning
    }
  }
}
