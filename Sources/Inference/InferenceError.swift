// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Why a statistical question has no answer: what is wrong, why, and the way out.
///
/// The text has the shape PROBLEM (WHY) SUGGESTION.
package struct InferenceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for programs to tell apart.
  package enum Cause: Hashable, Sendable {
    /// A number is outside what it may be, such as a negative count.
    case invalidInput

    /// The method has no answer for this model, though another one may.
    case notApplicable

    /// The sum would take longer than is sensible.
    case tooLarge

    /// A root or a fit was not found.
    case noConvergence
  }

  /// What went wrong, for programs to tell apart.
  package let cause: Cause

  /// What is wrong, such as `invalid observed=-1`.
  package let problem: String

  /// Why it is wrong.
  package let reason: String

  /// The way out; empty if none is known.
  package let suggestion: String

  init(_ cause: Cause, _ problem: String, because reason: String, suggestion: String = "") {
    self.cause = cause
    self.problem = problem
    self.reason = reason
    self.suggestion = suggestion
  }

  /// PROBLEM (WHY) SUGGESTION in one line.
  package var description: String {
    suggestion.isEmpty ? "\(problem) (\(reason))" : "\(problem) (\(reason)) \(suggestion)"
  }
}
