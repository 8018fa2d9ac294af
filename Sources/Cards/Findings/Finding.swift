// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Something that is wrong with a card, or deserves a remark, and where.
///
/// Findings are values: a reader collects all of them and goes on. The message is PROBLEM (WHY), in
/// lower case without a full stop; the suggestion is the way out.
package struct Finding: Equatable, Sendable {
  /// Whether the card can still be used.
  package enum Severity: String, Sendable {
    /// The card cannot be used.
    case error
    /// The card can be used; its author may want to know.
    case warning
  }

  /// A second place that explains the first.
  package struct Note: Equatable, Sendable {
    /// What is there, such as `first given here`.
    package let message: String
    /// Where.
    package let place: Place

    /// Makes a note.
    package init(_ message: String, at place: Place) {
      self.message = message
      self.place = place
    }
  }

  /// Whether the card can still be used.
  package let severity: Severity
  /// The problem, and the reason in brackets.
  package let message: String
  /// Where.
  package let place: Place
  /// The way out; empty if there is none to offer.
  package let suggestion: String
  /// Further places.
  package let notes: [Note]

  /// Makes a finding.
  package init(
    _ severity: Severity, _ message: String, at place: Place, suggestion: String = "",
    notes: [Note] = []
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.suggestion = suggestion
    self.notes = notes
  }

  /// Makes a finding that keeps the card from being used.
  package static func error(
    _ message: String, at place: Place, suggestion: String = "", notes: [Note] = []
  ) -> Finding {
    Finding(.error, message, at: place, suggestion: suggestion, notes: notes)
  }

  /// Makes a finding that lets the card be used.
  package static func warning(
    _ message: String, at place: Place, suggestion: String = "", notes: [Note] = []
  ) -> Finding {
    Finding(.warning, message, at: place, suggestion: suggestion, notes: notes)
  }
}
