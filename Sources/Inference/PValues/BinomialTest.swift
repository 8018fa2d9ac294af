// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Quantities

/// Z_Bi: the excess over a background that was measured by an auxiliary count.
///
/// A background b +- e is taken as n_off = (b/e)^2 events seen with tau = b/e^2 times the exposure.
/// Under background alone the events divide binomially between the two counts:
///
///     p = I_(1/(1 + tau))(n, n_off + 1)
///
/// with I the regularised incomplete beta function. The same number follows from averaging over a
/// gamma density with a flat prior for the auxiliary mean.
///
/// - Source: Cousins:2007yta, p-value and Z of the binomial test
package enum BinomialTest {
  /// Computes the p-value.
  /// - Parameters:
  ///   - observed: the observed count.
  ///   - background: the background with an error above zero.
  /// - Returns: the p-value.
  /// - Throws: ``InferenceError`` where an input is not sound.
  package static func pValue(
    observed: Double, background: UncertainValue
  ) throws(InferenceError) -> PValue {
    let count = try CountingBin.count(observed)
    guard background.isUncertain else {
      throw InferenceError(
        .notApplicable, "no Z_Bi for a background without error",
        because: "the auxiliary count would be infinite", suggestion: "use P(N >= n)")
    }
    let variance = background.error * background.error
    let exposure = background.value / variance
    let auxiliary = background.value * exposure
    let note =
      "auxiliary count \(auxiliary.formatted(significant: 6)) with "
      + "\(exposure.formatted(significant: 6)) times the exposure"
    guard count > 0 else { return try PValue(1, test: "Z_Bi", notes: [note]) }
    do {
      let beta = try BetaDistribution(a: Double(count), b: auxiliary + 1)
      return try PValue(
        beta.cumulative(at: 1 / (1 + exposure)), test: "Z_Bi", notes: [note])
    } catch {
      throw InferenceError(.noConvergence, "no Z_Bi", because: "\(error)")
    }
  }
}
