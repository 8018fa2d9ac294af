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

  /// The value of a parameter, which the command must have declared.
  package subscript<P: Parameter>(_ parameter: P) -> P.Value {
    let name = parameter.specification.name
    guard let held = values[name] as? Held<P.Value> else {
      preconditionFailure("command \(command) reads \(name) without declaring it")
    }
    return held.value
  }

  /// Where the words of a parameter stand, for mistakes that show only while a command runs.
  package func places(of parameter: some Parameter) -> [Word.Place] {
    places[parameter.specification.name] ?? []
  }
}
