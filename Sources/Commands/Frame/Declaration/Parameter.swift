// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Something a command reads from its command line: an argument, an option or a flag.
///
/// A parameter is declared once, as a `static let` of its command. It is both the entry in the
/// command's declaration and the typed key under which the command finds the value.
package protocol Parameter<Value>: Sendable {
  /// What the command reads.
  associatedtype Value: Sendable

  /// What help, completions and the reference say of it.
  var specification: ParameterSpecification { get }

  /// The value that the words given for it stand for; none where it was left out.
  func value(from words: [Word]) throws(UsageErrors) -> Value
}
