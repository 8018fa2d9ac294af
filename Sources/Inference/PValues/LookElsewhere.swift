// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// How odd the oddest of many places is.
package enum LookElsewhere {
  /// The probability that one of N independent places is as odd: 1 - (1 - p)^N.
  /// - Parameters:
  ///   - local: the p-value of one place.
  ///   - trials: the number N of independent places, one or above; it need not be whole.
  /// - Returns: the global p-value.
  /// - Throws: ``InferenceError`` where an input is not sound.
  /// - Source: Gross:2010qma, trial factor of independent places
  package static func global(local: PValue, trials: Double) throws(InferenceError) -> PValue {
    guard trials >= 1, trials.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid trials=\(trials)", because: "must be finite, one or above")
    }
    return try PValue(
      local.value < 1 ? -expm1(trials * log1p(-local.value)) : 1,
      test: "global, \(trials.formatted(significant: 6)) independent trials")
  }

  /// The probability that a scan is as odd somewhere, from the up-crossings of a low level.
  ///
  ///     p = P(Z >= z) + <N(z0)> exp(-(z^2 - z0^2) / 2)
  ///
  /// <N(z0)> is the mean number of times that the local significance of background rises through
  /// z0; toys give it, see ``ScanToys``. An upper bound, close for p well below one.
  /// - Parameters:
  ///   - deviations: the largest local significance z, one-sided, above z0.
  ///   - crossings: the mean number of up-crossings at z0.
  ///   - level: the level z0 in deviations, zero or above.
  /// - Returns: the global p-value.
  /// - Throws: ``InferenceError`` where an input is not sound.
  /// - Source: Gross:2010qma, bound from the up-crossings of a level
  package static func global(
    deviations: Double, crossings: Double, at level: Double
  ) throws(InferenceError) -> PValue {
    guard crossings >= 0, crossings.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid crossings=\(crossings)", because: "must be finite, zero or above")
    }
    guard level >= 0, deviations >= level, deviations.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid level=\(level) for \(deviations) deviations",
        because: "crossings are extrapolated upward from a level of zero or above",
        suggestion: "count crossings at a level of about one half")
    }
    let exponent = -0.5 * (deviations - level) * (deviations + level)
    return try PValue(
      min(1, PValue.oneSided(of: deviations) + crossings * exp(exponent)),
      test: "global, Gross-Vitells",
      notes: [
        "\(crossings.formatted(significant: 6)) up-crossings at \(level.formatted(significant: 6))"
      ])
  }
}
