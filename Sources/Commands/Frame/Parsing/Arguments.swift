// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The values of a command's parameters, found under the parameters themselves.
///
/// ```swift
/// let energy = arguments[Self.energy]  // an Energy, no cast, no string
/// ```
package struct Arguments: Sendable {
  private struct Held<Value: Sendable>: Sendable {
    let value: Value
  }

  private let command: String
  private var values: [String: any Sendable] = [:]
  private var places: [String: [Word.Place]] = [:]

  /// No values yet.
  init(of command: String) { self.command = command }

  /// Keeps the value that words give to a parameter.
  mutating func keep<P: Parameter>(_ parameter: P, from words: [Word]) throws(UsageErrors) {
    let name = parameter.specification.name
    values[name] = Held(value: try parameter.value(from: words))
    places[name] = words.map(\.place)
  }

  /// The value of a parameter.
  ///
  /// - Precondition: The command declares the parameter. No command line can break this; a command
  ///   that does fails in the run of its examples.
  package subscript<P: Parameter>(_ parameter: P) -> P.Value {
    let name = parameter.specification.name
    let held = [values[name]].compactMap { $0 as? Held<P.Value> }
    precondition(!held.isEmpty, "the command '\(command)' does not declare '\(name)'")
    return held[0].value
  }

  /// Where the words of a parameter stand, for mistakes that show only while a command runs.
  package func places(of parameter: some Parameter) -> [Word.Place] {
    places[parameter.specification.name] ?? []
  }
}
