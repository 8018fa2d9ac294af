// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The upper limit CLs with the count as test statistic, summed exactly.
///
///     P(Q <= Q_obs | s + b) / P(Q <= Q_obs | b) = 1 - cl
///
/// with Q the count, or for several bins the ordering of ``CountOrdering``. Probabilities are
/// averaged over uncertainties. With a known efficiency the limit equals the Bayesian one of a
/// flat prior, whatever the uncertainty of the background. Without observed events it is
/// -ln(1 - cl) / e, whatever the background.
///
/// - Source: Read:2002hq, definition of CLs; Cousins:1991qz, averaging
package struct CLsLimit: LimitMethod {
  /// Makes the method.
  package init() {}

  package let name = "cls"

  package let summary =
    "upper limit with P(as few or fewer | signal + background) / P(same | background) = 1 - cl"

  package func interval(
    for model: CountingModel, at level: ConfidenceLevel
  ) throws(InferenceError) -> SignalInterval {
    let ordering = try CountOrdering(model)
    return SignalInterval(
      method: self, at: level,
      upper: try ordering.upperLimit(reaching: level.remainder, isRatio: true),
      notes: [
        ordering.note, model.averagingNote,
        model.observed == 0
          ? "with no event observed the limit does not depend on background" : nil,
      ])
  }
}
