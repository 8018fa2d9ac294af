// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What a method says about the signal strength, with its name and confidence level.
package struct SignalInterval: Hashable, Sendable {
  /// The name of the method, such as `cls`.
  package let method: String

  /// The confidence level.
  package let confidenceLevel: ConfidenceLevel

  /// The lower edge; zero for an upper limit.
  package let lower: Double

  /// The upper edge, in units of the signal strength.
  package let upper: Double

  /// The error of the upper edge from toys; zero where it is exact.
  package let upperError: Double

  /// What the number means: conventions in use.
  package let notes: [String]

  /// Why the number should not be trusted, and what to use instead; empty if all is well.
  package let warnings: [String]

  init(
    method: some LimitMethod, at level: ConfidenceLevel, lower: Double = 0, upper: Double,
    upperError: Double = 0, notes: [String?] = [], warnings: [String] = []
  ) {
    self.method = method.name
    confidenceLevel = level
    self.lower = lower
    self.upper = upper
    self.upperError = upperError
    self.notes = notes.compactMap(\.self)
    self.warnings = warnings
  }
}
