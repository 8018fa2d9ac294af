// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A number with the numerical error its computation claims for it.
///
/// The error is an estimate of the absolute error of the computation. It is neither a standard
/// deviation of a measurement nor a strict bound, except for Monte Carlo integrals, where it is one
/// standard deviation of the estimate.
public struct Estimate: Hashable, Sendable, CustomStringConvertible {
  /// The computed number.
  public var value: Double

  /// The estimated absolute error of the number, zero or above.
  public var error: Double

  /// Joins a number and the absolute error claimed for it.
  public init(value: Double, error: Double) {
    self.value = value
    self.error = error
  }

  /// The error over the size of the value; infinite for an uncertain zero.
  public var relativeError: Double {
    error == 0 ? 0 : error / value.magnitude
  }

  /// The value and its error, as in `1.5 +- 0.1`.
  public var description: String { "\(value) +- \(error)" }

  /// The sum of two estimates; the errors add linearly, for they may share a cause.
  @inlinable
  public static func + (left: Estimate, right: Estimate) -> Estimate {
    Estimate(value: left.value + right.value, error: left.error + right.error)
  }

  /// The estimate times an exact number.
  @inlinable
  public static func * (factor: Double, estimate: Estimate) -> Estimate {
    Estimate(value: factor * estimate.value, error: factor.magnitude * estimate.error)
  }
}
