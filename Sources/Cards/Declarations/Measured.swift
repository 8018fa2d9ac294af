// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// How far a number can be trusted to be what its source says.
package enum Certainty: String, CaseIterable, Comparable, Sendable {
  /// Guessed, or chosen for convenience.
  case assumed
  /// Remembered from the source, not looked up.
  case recalled
  /// Read off a figure.
  case digitised
  /// Printed in the source as it stands here.
  case quoted

  /// The less certain is the smaller.
  package static func < (first: Certainty, second: Certainty) -> Bool {
    (allCases.firstIndex(of: first) ?? 0) < (allCases.firstIndex(of: second) ?? 0)
  }
}

/// A number with its error, its source and its certainty.
///
/// In a card it is `100 GeV`, or `{value: 100 GeV, error: 1 GeV, source: KEY, certainty: quoted}`.
/// A bare number has no stated certainty: it is not `quoted`, and reports list it. A number set on
/// the command line is `assumed`, whatever the card said of the value that it replaces.
package struct Measured<D: Dimension>: Sendable {
  /// The value.
  package let value: Quantity<D>
  /// The error, one standard deviation.
  package let error: Quantity<D>?
  /// The key of the publication that it is taken from.
  package let source: String?
  /// How far it can be trusted; `nil` if the card does not say.
  package let certainty: Certainty?
  /// A remark.
  package let note: String?
  /// Where it was written; `nil` for a default.
  package let place: Place?

  /// Makes a measured number.
  package init(
    _ value: Quantity<D>, error: Quantity<D>? = nil, source: String? = nil,
    certainty: Certainty? = nil, note: String? = nil, place: Place? = nil
  ) {
    self.value = value
    self.error = error
    self.source = source
    self.certainty = certainty
    self.note = note
    self.place = place
  }

  /// True for numbers that reports list: all that are not quoted from a source.
  package var needsMention: Bool { certainty != .quoted }

  /// What a number set on the command line says of itself.
  static var commandLineNote: String { "set on the command line" }
}

extension Measured: Equatable {
  /// Measured numbers are equal if all they say is, wherever they were written.
  package static func == (first: Measured, second: Measured) -> Bool {
    first.value == second.value && first.error == second.error && first.source == second.source
      && first.certainty == second.certainty && first.note == second.note
  }
}
