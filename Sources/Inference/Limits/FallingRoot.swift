// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Quantities

/// Finds where a falling probability reaches a level, on signals of zero and above.
///
/// Brent's method on the logarithm, in which limits are nearly straight lines.
/// - Parameters:
///   - level: the level, above zero.
///   - guess: a signal of the right size, above zero.
///   - probability: falls with the signal, with a value at zero.
/// - Returns: the signal, to 1e-12 of itself; zero if the probability starts below the level.
/// - Throws: ``InferenceError`` where no signal is large enough.
func signalWhere(
  reaching level: Double, startingAt guess: Double, _ probability: (Double) -> Double
) throws(InferenceError) -> Double {
  guard probability(0) > level else { return 0 }
  var lower = 0.0
  var upper = guess
  while probability(upper) > level {
    lower = upper
    upper *= 2
    guard upper < 1e9 * guess else {
      throw InferenceError(
        .noConvergence, "no upper limit below \(upper.formatted(significant: 3))",
        because: "so small an efficiency cannot be excluded",
        suggestion: "describe the efficiency by lognormal or gamma, or reduce its error")
    }
  }
  do {
    return try findRoot(from: lower, to: upper, relativeError: 1e-13, absoluteError: 1e-300) {
      log(max(probability($0), .leastNormalMagnitude) / level)
    }.value
  } catch {
    throw InferenceError(.noConvergence, "no limit found", because: "\(error)")
  }
}
