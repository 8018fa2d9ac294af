// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// One counter: a bin, a run period or a signal region.
///
/// The expected count is s e + b: s the signal strength common to all bins, e the efficiency, b the
/// background. With an efficiency of one s is the number of signal events.
package struct CountingBin: Hashable, Sendable {
  /// The observed count n.
  package let observed: Int

  /// The background b in events.
  package let background: UncertainValue

  /// The efficiency e: signal events in this bin for a signal strength of one.
  package let efficiency: UncertainValue

  /// The largest count that is accepted.
  package static let largestCount = 1_000_000

  /// Checks and joins what is known about a bin.
  /// - Parameters:
  ///   - observed: the observed count; a `Double` so that a fraction is refused, not rounded.
  ///   - background: the background in events.
  ///   - efficiency: the signal events for a signal strength of one.
  /// - Throws: ``InferenceError`` where an input is not sound.
  package init(
    observed: Double, background: UncertainValue, efficiency: UncertainValue = .one
  ) throws(InferenceError) {
    self.init(
      count: try Self.count(observed), background: background, efficiency: efficiency)
  }

  /// A bin with a count that is sound by construction.
  init(count: Int, background: UncertainValue, efficiency: UncertainValue) {
    observed = count
    self.background = background
    self.efficiency = efficiency
  }

  /// Checks a count.
  /// - Parameters:
  ///   - number: the count.
  ///   - name: what it is called in a message.
  /// - Returns: the count as an integer.
  /// - Throws: ``InferenceError`` where an input is not sound.
  package static func count(
    _ number: Double, name: String = "observed"
  ) throws(InferenceError) -> Int {
    let problem = "invalid \(name)=\(number)"
    guard !number.isNaN, number >= 0 else {
      throw InferenceError(
        .invalidInput, problem,
        because: number.isNaN ? "a count is a number" : "a count cannot be negative")
    }
    guard number <= Double(largestCount) else {
      throw InferenceError(
        .invalidInput, problem, because: "counts up to \(largestCount) are treated",
        suggestion: "divide a sample this large into bins")
    }
    guard let count = Int(exactly: number) else {
      throw InferenceError(
        .invalidInput, problem, because: "a count is a whole number",
        suggestion: "an expected number of events belongs to the background")
    }
    return count
  }
}
