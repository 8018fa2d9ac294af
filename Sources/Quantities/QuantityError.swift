// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Why a text is no quantity, or a quantity not a permitted one.
///
/// The description has the shape of all messages of the program: PROBLEM (WHY) SUGGESTION.
public struct QuantityError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, such as `'17' has no unit`.
  public let problem: String

  /// Why it is wrong, such as `a mass needs one`.
  public let reason: String

  /// The way out, such as `write for example '16.7 MeV'`; empty if there is none.
  public let suggestion: String

  /// The offending characters of the parsed text, counted from its start.
  public let extent: Range<Int>

  /// Makes an error from its three parts and the place in the parsed text.
  public init(problem: String, reason: String, suggestion: String = "", extent: Range<Int>) {
    self.problem = problem
    self.reason = reason
    self.suggestion = suggestion
    self.extent = extent
  }

  /// The whole sentence.
  public var description: String {
    suggestion.isEmpty ? "\(problem) (\(reason))" : "\(problem) (\(reason)) \(suggestion)"
  }

  /// The same error in a longer text in which the parsed one begins at `offset`.
  func moved(by offset: Int) -> QuantityError {
    QuantityError(
      problem: problem, reason: reason, suggestion: suggestion,
      extent: (extent.lowerBound + offset)..<(extent.upperBound + offset))
  }
}
