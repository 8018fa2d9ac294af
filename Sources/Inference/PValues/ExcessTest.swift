// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// P(N >= n): so many events or more from background alone, in all bins together.
///
/// Probabilities are averaged over the uncertainty of the background. Small values are summed as a
/// tail, so that they keep their digits.
///
/// - Source: Cousins:1991qz, averaging over an uncertain parameter
package enum ExcessTest {
  /// Computes the p-value of a model and its counts.
  package static func pValue(of model: CountingModel) throws(InferenceError) -> PValue {
    let observed = model.observed
    let tail = model.bins.reduce(0) { $0 + model.practicallyLargestCount(in: $1, signal: 0) }
    let capacity = max(tail, observed + 60 + Int(4 * Double(observed).squareRoot()))
    let terms = Double(capacity) * Double(capacity) * Double(model.bins.count)
    guard terms < 1e9 else {
      throw InferenceError(
        .tooLarge, "no exact sum for \(observed) events in \(model.bins.count) bins",
        because: "it has \(terms.formatted(significant: 2)) terms",
        suggestion: "use the asymptotic significance")
    }
    let averaged = AveragedModel(
      model, capacities: [Int](repeating: capacity, count: model.bins.count))
    let totals = averaged.backgroundTotals(upTo: capacity)
    let above = totals[observed...].reversed().reduce(0, +)
    let below = totals[..<observed].reduce(0, +)
    let value = observed == 0 ? 1 : above < 0.5 ? above : 1 - below
    return try PValue(
      min(1, max(0, value)), test: "P(N >= \(observed))", notes: [model.averagingNote])
  }
}
