// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A map of a card, checked: every declared key has a value of its type.
///
/// There are no optionals for keys that have defaults, and nothing to go wrong for a reader.
package struct Section: Sendable {
  /// The form that the section was checked against.
  package let form: Form

  /// Where the section was written; where it would belong, if it was left out.
  package let place: Place

  private let values: [String: any StoredValue]
  private let places: [String: Place]

  init(
    form: Form, place: Place, values: [String: any StoredValue], places: [String: Place]
  ) {
    self.form = form
    self.place = place
    self.values = values
    self.places = places
  }

  /// The value of a key.
  ///
  /// - Precondition: the key is listed in the form of this section. No card can break this; a
  ///   program that does has a slip in its declarations.
  package subscript<Value>(key: Key<Value>) -> Value {
    let stored = [values[key.name]].compactMap { $0 as? Stored<Value> }
    precondition(!stored.isEmpty, "the form '\(form.name)' does not declare the key '\(key.name)'")
    return stored[0].value
  }

  /// True if the card gives the key and does not leave it to its default.
  package func gives(_ key: some DeclaredKey) -> Bool { places[key.name] != nil }

  /// The place of a key's value; that of the section where the key was left out.
  package func place(of key: some DeclaredKey) -> Place { places[key.name] ?? place }

  /// The section as it would be written, with every default filled in.
  package var written: Written { .map(writtenFields) }

  var writtenFields: [Written.Field] {
    form.keys.compactMap { key in
      guard let value = values[key.name], let written = key.write(value) else { return nil }
      return Written.Field(key.name, written, meaning: key.meaning)
    }
  }
}
