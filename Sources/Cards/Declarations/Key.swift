// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// One key of a card, declared once: name, notation, default, meaning, example.
///
/// The declaration serves the checks, the printing of cards and the reference alike.
///
///     static let momentum = Key("momentum", .quantity(.positive), meaning: "momentum of the beam")
///     static let spot = Key("spot", .quantity(.nonNegative), default: Length.mm(0), meaning: "...")
///     card[Search.beam][Beam.momentum].gev
package struct Key<Value: Sendable>: Sendable {
  /// What an absent key means.
  enum Presence: Sendable {
    case required
    case defaulted(Value)
  }

  /// The name in the card.
  package let name: String

  /// How its value is written.
  package let notation: Notation<Value>

  /// One sentence, without a full stop, that says what the value is.
  package let meaning: String

  /// A value as it would be written in a card.
  package let example: String

  let presence: Presence

  private init(
    _ name: String, _ notation: Notation<Value>, _ presence: Presence, _ meaning: String,
    _ example: String?
  ) {
    self.name = name
    self.notation = notation
    self.presence = presence
    self.meaning = meaning
    self.example = example ?? notation.shape.example
  }

  /// Declares a key that must be given.
  ///
  /// A section is the exception: it may be left out if none of its keys must be given.
  package init(
    _ name: String, _ notation: Notation<Value>, meaning: String, example: String? = nil
  ) {
    self.init(name, notation, .required, meaning, example)
  }

  /// Declares a key that stands for a value where it is left out.
  package init(
    _ name: String, _ notation: Notation<Value>, default value: Value, meaning: String,
    example: String? = nil
  ) {
    self.init(name, notation, .defaulted(value), meaning, example)
  }

  /// Declares a key that may be left out, and then has no value.
  package init<Wrapped>(
    _ name: String, optional notation: Notation<Wrapped>, meaning: String, example: String? = nil
  ) where Value == Wrapped? {
    let optional = Notation<Wrapped?>(
      shape: notation.shape, read: { node, decoding in notation.read(node, &decoding).map { $0 } },
      write: { $0.flatMap(notation.write) })
    self.init(name, optional, .defaulted(nil), meaning, example)
  }
}

/// A key of any type, as forms list them.
package protocol DeclaredKey: Sendable {
  /// The name in the card.
  var name: String { get }
  /// One sentence that says what the value is.
  var meaning: String { get }
  /// A value as it would be written.
  var example: String { get }
  /// What the notation looks like.
  var shape: Shape { get }
  /// True if the key must be given.
  var isRequired: Bool { get }
  /// The default as it would be written; `nil` if there is none.
  var writtenDefault: Written? { get }

  /// Reads the value of an entry.
  func decode(_ entry: Node.Entry, _ decoding: inout Decoding) -> (any StoredValue)?
  /// Makes the value of an absent key, or reports that it is missing.
  func decodeAbsent(_ decoding: inout Decoding) -> (any StoredValue)?
  /// Writes a value back.
  func write(_ value: any StoredValue) -> Written?
}

/// A value whose type only its key knows.
package protocol StoredValue: Sendable {}

struct Stored<Value: Sendable>: StoredValue {
  let value: Value
}

extension Key: DeclaredKey {
  package var shape: Shape { notation.shape }

  package var isRequired: Bool {
    guard case .required = presence else { return false }
    if case .section(let form) = shape { return form.needsKeys }
    return true
  }

  package var writtenDefault: Written? {
    if case .defaulted(let value) = presence { notation.write(value) } else { nil }
  }

  package func decode(_ entry: Node.Entry, _ decoding: inout Decoding) -> (any StoredValue)? {
    decoding.inside(name, at: entry.keyPlace) { notation.read(entry.value, &$0) }.map(Stored.init)
  }

  package func decodeAbsent(_ decoding: inout Decoding) -> (any StoredValue)? {
    if case .defaulted(let value) = presence { return Stored(value: value) }
    if !isRequired, let readAbsent = notation.readAbsent {
      return decoding.inside(name, at: decoding.anchor) { readAbsent(&$0) }.map(Stored.init)
    }
    guard !decoding.isPartial else { return nil }
    let place = decoding.anchor
    let title = decoding.title
    decoding.error(
      "missing key '\(name)' in \(title) (\(meaning))", at: place, suggestion: addition)
    return nil
  }

  package func write(_ value: any StoredValue) -> Written? {
    (value as? Stored<Value>).flatMap { notation.write($0.value) }
  }

  private var addition: String {
    if case .section(let form) = shape {
      let needed = form.keys.filter(\.isRequired).map(\.name)
      return "add the section '\(name):' with \(needed.joined(separator: ", "))"
    }
    return example.isEmpty ? "add '\(name):'" : "add '\(name): \(example)'"
  }
}
