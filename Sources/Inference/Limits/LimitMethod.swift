// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A way to turn counts into a limit or an interval on the signal strength.
///
/// One file beside this one holds one method; ``LimitMethods`` lists them.
package protocol LimitMethod: Sendable {
  /// The name as written on a command line and in every result, such as `cls`.
  var name: String { get }

  /// What the number means, in one line.
  var summary: String { get }

  /// Computes the limit or interval.
  /// - Parameters:
  ///   - model: what the experiment knows.
  ///   - level: the confidence level.
  /// - Returns: the interval, with method and confidence level.
  /// - Throws: ``InferenceError`` where the method does not apply to the model, or finds no limit.
  func interval(
    for model: CountingModel, at level: ConfidenceLevel
  ) throws(InferenceError) -> SignalInterval
}

extension LimitMethod {
  /// Refuses a model of several bins.
  func requireOneBin(_ model: CountingModel) throws(InferenceError) -> CountingBin {
    guard model.bins.count == 1, let bin = model.bins.first else {
      throw InferenceError(
        .notApplicable, "\(name) cannot combine \(model.bins.count) bins",
        because: "its ordering is defined for one count",
        suggestion: "use cls or bayes, or add the bins up")
    }
    return bin
  }
}
