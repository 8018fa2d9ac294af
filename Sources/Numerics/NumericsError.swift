// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Why a numerical task has no answer: what failed, the cause, and what may help.
///
/// The text has the shape PROBLEM (WHY) SUGGESTION. An error thrown by the caller's own closure is
/// never wrapped in this type; it comes out of every routine unchanged.
public struct NumericsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, for programs to tell apart.
  public enum Cause: Hashable, Sendable {
    /// A GSL routine returned this status.
    case status(GSLStatus, routine: String)

    /// The caller's function gave NaN or an infinity at this argument.
    case notFinite(value: NonFiniteValue, at: [Double])

    /// An argument is outside what the routine accepts.
    case invalidArgument(String)

    /// The argument of a table lies outside its range, or is NaN.
    case outsideRange(lower: Double, upper: Double)

    /// The iteration stopped before the tolerance was reached.
    case noConvergence(String)
  }

  /// The three values that are not finite, as a type that compares equal to itself.
  public enum NonFiniteValue: String, Hashable, Sendable {
    /// Not a number.
    case notANumber = "nan"
    /// Positive infinity.
    case positiveInfinity = "inf"
    /// Negative infinity.
    case negativeInfinity = "-inf"

    init(_ value: Double) {
      self = value.isNaN ? .notANumber : value > 0 ? .positiveInfinity : .negativeInfinity
    }
  }

  /// What could not be done and where, such as `no integral from 0.0 to inf`.
  public let problem: String

  /// What went wrong, for programs to tell apart.
  public let cause: Cause

  /// The best answer reached before the failure, where there is one.
  public let partial: Estimate?

  /// What may help; empty where nothing is known to.
  public let suggestion: String

  init(_ problem: String, _ cause: Cause, partial: Estimate? = nil, suggestion: String = "") {
    self.problem = problem
    self.cause = cause
    self.partial = partial
    self.suggestion = suggestion
  }

  /// The cause in words.
  public var reason: String {
    let words: String
    switch cause {
    case .status(let status, let routine):
      words = "\(routine): \(status.name), \(status.meaning)"
    case .notFinite(let value, let point):
      let place =
        point.count == 1
        ? "\(point[0])" : "[" + point.map { "\($0)" }.joined(separator: ", ") + "]"
      words = "the function is \(value.rawValue) at \(place)"
    case .invalidArgument(let requirement), .noConvergence(let requirement):
      words = requirement
    case .outsideRange(let lower, let upper):
      words = "the table covers \(lower) to \(upper)"
    }
    guard let partial else { return words }
    return "\(words); best so far \(partial)"
  }

  /// PROBLEM (WHY) SUGGESTION in one line.
  public var description: String {
    "\(problem) (\(reason))" + (suggestion.isEmpty ? "" : " " + suggestion)
  }
}
