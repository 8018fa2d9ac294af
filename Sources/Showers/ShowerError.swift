// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Why a shower cannot be simulated: the problem, its cause and a way out.
package struct ShowerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package let problem: String
  /// Why it is wrong.
  package let reason: String
  /// What would be right.
  package let suggestion: String

  /// Joins problem, cause and way out.
  package init(_ problem: String, because reason: String, try suggestion: String) {
    self.problem = problem
    self.reason = reason
    self.suggestion = suggestion
  }

  package var description: String { "\(problem) (\(reason)) \(suggestion)" }
}
