// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A confidence level, a number strictly between 0 and 1.
package struct ConfidenceLevel: Hashable, Sendable, CustomStringConvertible {
  /// The level, such as 0.9.
  package let value: Double

  /// The probability that is left, 1 - cl.
  var remainder: Double { 1 - value }

  /// Checks a confidence level.
  /// - Parameter value: the level, such as 0.9.
  /// - Throws: ``InferenceError`` where an input is not sound.
  package init(_ value: Double) throws(InferenceError) {
    guard value > 0, value < 1 else {
      throw InferenceError(
        .invalidInput, "invalid cl=\(value)", because: "must lie between 0 and 1",
        suggestion: value > 1 && value < 100 ? "write \(value / 100) for \(value)%" : "")
    }
    self.value = value
  }

  private init(unchecked value: Double) { self.value = value }

  /// The level of the field, 90%.
  package static let ninety = ConfidenceLevel(unchecked: 0.9)

  /// The level as a percentage, such as `90%`.
  package var description: String { "\((100 * value).formatted(significant: 12))%" }
}
