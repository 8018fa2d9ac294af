// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards

/// Why a search whose card is sound cannot be computed.
package struct SearchError: Error, Sendable, CustomStringConvertible {
  /// What is wrong.
  package let problem: String
  /// Why that is a problem.
  package let reason: String
  /// What to do.
  package let suggestion: String
  /// Where the card says it; nil where no place does.
  package let place: Place?

  /// Makes an error.
  package init(
    _ problem: String, because reason: String, try suggestion: String, at place: Place?
  ) {
    self.problem = problem
    self.reason = reason
    self.suggestion = suggestion
    self.place = place
  }

  package var description: String { "\(problem) (\(reason)) \(suggestion)" }

  /// The error as a finding; nil where it has no place.
  package var finding: Finding? {
    place.map { .error("\(problem) (\(reason))", at: $0, suggestion: suggestion) }
  }
}
