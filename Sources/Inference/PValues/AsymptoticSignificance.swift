// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The median significance that a signal is expected to have, from large-sample formulas.
package enum AsymptoticSignificance {
  /// The one-sided number of deviations of s + b events over b, the background known or not.
  ///
  ///     Z^2 = 2 [(s + b) ln(1 + s/b) - s]                                 for a known b
  ///     Z^2 = 2 [(s + b) ln((s + b)(b + v) / (b^2 + (s + b) v))
  ///              - (b^2/v) ln(1 + v s / (b (b + v)))]                     for b +- sqrt(v)
  ///
  /// Valid for some events of background; below one it overstates.
  /// - Parameters:
  ///   - signal: the expected signal s in events, zero or above.
  ///   - background: the background b, above zero; its shape does not matter.
  /// - Returns: Z, zero or above.
  /// - Throws: ``InferenceError`` for a negative signal or no background.
  /// - Source: Cowan:2010js, equation 97; Cowan2012asimov, significance for an uncertain background
  package static func expected(
    signal: Double, background: UncertainValue
  ) throws(InferenceError) -> Double {
    guard signal >= 0, signal.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid signal=\(signal)", because: "must be finite, zero or above")
    }
    let b = background.value
    guard b > 0 else {
      throw InferenceError(
        .notApplicable, "no asymptotic significance without background",
        because: "it would be infinite", suggestion: "use P(N >= n) with a small background")
    }
    let variance = background.error * background.error
    let total = signal + b
    // s << b cancels to s^2/b; log1p keeps the digits that remain.
    guard background.isUncertain else {
      return max(0, 2 * (total * log1p(signal / b) - signal)).squareRoot()
    }
    let first = total * log1p(signal * b / (b * b + total * variance))
    let second = b * b / variance * log1p(variance * signal / (b * (b + variance)))
    return max(0, 2 * (first - second)).squareRoot()
  }
}
