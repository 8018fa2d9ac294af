// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// A probability of data at least as odd as those seen, with both its conversions to sigmas.
///
/// A number of sigmas without its side is ambiguous: 1.59% is 2.15 one-sided and 2.41 two-sided.
/// So both are always given.
package struct PValue: Hashable, Sendable {
  /// What is counted as odd, such as `P(N >= 1)`.
  package let test: String

  /// The probability.
  package let value: Double

  /// z with P(Z >= z) = p; negative for p above one half, infinite for p = 0.
  package let oneSided: Double

  /// z with P(|Z| >= z) = p; zero for p = 1, infinite for p = 0.
  package let twoSided: Double

  /// What the number means: conventions in use.
  package let notes: [String]

  /// Converts a probability.
  /// - Parameters:
  ///   - value: the probability, 0 to 1.
  ///   - test: what is counted as odd.
  ///   - notes: conventions in use.
  /// - Throws: ``InferenceError`` where an input is not sound.
  package init(
    _ value: Double, test: String, notes: [String?] = []
  ) throws(InferenceError) {
    guard value >= 0, value <= 1 else {
      throw InferenceError(
        .invalidInput, "invalid p=\(value)", because: "a probability lies between 0 and 1")
    }
    self.value = value
    self.test = test
    self.notes = notes.compactMap(\.self)
    oneSided = Self.deviations(upperTail: value)
    twoSided = Self.deviations(upperTail: 0.5 * value)
  }

  /// The p-value of a one-sided number of deviations.
  package static func oneSided(of deviations: Double) -> Double {
    NormalDistribution().upperTail(at: deviations)
  }

  private static func deviations(upperTail: Double) -> Double {
    guard upperTail > 0 else { return .infinity }
    guard upperTail < 1 else { return -.infinity }
    return (try? NormalDistribution().upperQuantile(upperTail)) ?? .nan
  }
}
