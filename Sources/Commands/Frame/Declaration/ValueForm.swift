// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How a word of the command line becomes a value, and how help and completions speak of it.
///
/// A form is a value, not a protocol on the value's type, because one type is written in several
/// ways: a `String` may be free text, a file or the name of a card, an `Int` may be any number or
/// one above zero.
///
/// ```swift
/// static let energy = Option("energy", .quantity(.positive), default: Energy.gev(100), "beam energy")
/// ```
package struct ValueForm<Value: Sendable>: Sendable {
  /// The word that stands for the value in usage lines, in capitals: `ENERGY`.
  package let placeholder: String
  /// What is wanted, with its article and an example: `an energy, e.g. 100 GeV`.
  package let expectation: String
  /// The permitted range in words, `above 0`; nil where every value is permitted.
  package let permitted: String?
  /// The permitted words, where they are few.
  package let choices: [Choice]
  /// What shells offer.
  package let completion: Completion
  /// Reads a word.
  package let read: @Sendable (String) throws(UsageError) -> Value
  /// Writes a value the way it is typed; the help page shows defaults with it.
  package let write: @Sendable (Value) -> String

  /// A form from its parts.
  package init(
    placeholder: String,
    expectation: String,
    permitted: String? = nil,
    choices: [Choice] = [],
    completion: Completion = .nothing,
    read: @escaping @Sendable (String) throws(UsageError) -> Value,
    write: @escaping @Sendable (Value) -> String
  ) {
    self.placeholder = placeholder
    self.expectation = expectation
    self.permitted = permitted
    self.choices = choices
    self.completion = completion
    self.read = read
    self.write = write
  }

  /// The same form under another placeholder, where the value's role says more than its kind.
  ///
  /// - Parameters:
  ///   - placeholder: The word for usage lines.
  ///   - expectation: What is wanted, where an example of the role is better than one of the kind.
  /// - Returns: The form.
  package func named(_ placeholder: String, expecting expectation: String? = nil) -> ValueForm {
    ValueForm(
      placeholder: placeholder, expectation: expectation ?? self.expectation, permitted: permitted,
      choices: choices,
      completion: completion, read: read, write: write)
  }

  /// The same form with other words offered by shells.
  package func completed(by completion: Completion) -> ValueForm {
    ValueForm(
      placeholder: placeholder, expectation: expectation, permitted: permitted, choices: choices,
      completion: completion, read: read, write: write)
  }
}
