// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON document as a value.
///
/// Objects have no order in memory and are written with sorted keys, so that equal values give
/// equal bytes.
package enum JSONValue: Hashable, Sendable {
  /// Nothing, or a number that is not finite.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number; written as `null` when it is infinite or undefined.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Values by key.
  case object([String: JSONValue])
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringInterpolation,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Makes a null.
  package init(nilLiteral: ()) { self = .null }

  /// Makes a truth value.
  package init(booleanLiteral value: Bool) { self = .bool(value) }

  /// Makes a whole number.
  package init(integerLiteral value: Int) { self = .integer(value) }

  /// Makes a number.
  package init(floatLiteral value: Double) { self = .number(value) }

  /// Makes a text.
  package init(stringLiteral value: String) { self = .string(value) }

  /// Makes a list.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Makes an object; of two values for one key the last counts.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { $1 })
  }
}

extension [String: JSONValue] {
  /// Sets a number that may be infinite or undefined: it is then null, and `note` says why.
  ///
  ///     point.set("ctau_mm", width.ctau, note: "stable")    // "ctau_mm": null, "note": "stable"
  ///
  /// Several notes of one object are joined by semicolons.
  package mutating func set(_ key: String, _ number: Double, note: @autoclosure () -> String) {
    self[key] = number.isFinite ? .number(number) : .null
    guard !number.isFinite else { return }
    let reason = note()
    if case .string(let earlier) = self["note"] {
      if earlier != reason { self["note"] = .string("\(earlier); \(reason)") }
    } else {
      self["note"] = .string(reason)
    }
  }
}
