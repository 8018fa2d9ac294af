// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A number of zero or more that is known up to an error.
package struct UncertainValue: Hashable, Sendable, CustomStringConvertible {
  /// The central value: mean for Gaussian and gamma, median for log-normal.
  package let value: Double

  /// The error in the unit of the value; zero for a number known exactly.
  package let error: Double

  /// How the error is distributed.
  package let shape: UncertaintyShape

  /// Checks and joins a number and its error.
  /// - Parameters:
  ///   - value: the central value, zero or above.
  ///   - error: the error, zero or above; zero if the value is zero.
  ///   - shape: how the error is distributed.
  ///   - name: what the number is called in a message.
  /// - Throws: ``InferenceError`` where an input is not sound.
  package init(
    _ value: Double, error: Double = 0, shape: UncertaintyShape = .gauss, name: String = "value"
  ) throws(InferenceError) {
    guard value >= 0, value.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid \(name)=\(value)", because: "must be finite, zero or above")
    }
    guard error >= 0, error.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid \(name) error=\(error)", because: "must be finite, zero or above")
    }
    guard value > 0 || error == 0 else {
      throw InferenceError(
        .invalidInput, "\(name) error=\(error) without \(name)",
        because: "an error of a number that is zero says nothing about its density",
        suggestion: "give the mean \(name) that the error belongs to")
    }
    guard shape == .gauss || error <= Self.largestRelativeError * value else {
      throw InferenceError(
        .invalidInput, "invalid \(name) error=\(error)",
        because:
          "a \(shape.rawValue) error above \(Int(Self.largestRelativeError)) times the value "
          + "says nothing about it",
        suggestion: "describe it by gauss, or give a value that the error belongs to")
    }
    self.value = value
    self.error = error
    self.shape = shape
  }

  /// The largest gamma or log-normal error as a multiple of the value.
  package static let largestRelativeError = 5.0

  private init(certain value: Double) {
    self.value = value
    error = 0
    shape = .gauss
  }

  /// Exactly one: an efficiency that is part of the signal already.
  package static let one = UncertainValue(certain: 1)

  /// A number that is zero or above by construction, without error.
  static func exactly(_ value: Double) -> UncertainValue { UncertainValue(certain: value) }

  /// Whether there is an error at all.
  package var isUncertain: Bool { error > 0 }

  /// The error over the value; zero for a number known exactly.
  var relativeError: Double { isUncertain ? error / value : 0 }

  /// The value, with error and shape where there is one.
  package var description: String {
    isUncertain ? "\(value) +- \(error) (\(shape.rawValue))" : "\(value)"
  }
}
