// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The Poisson upper limit, which gives the signal all observed events.
///
///     P(N <= n | s e) = 1 - cl,  so that  s e = chi2inv(cl, 2n + 2) / 2
///
/// with n all events of all bins and e the sum of their efficiencies. An uncertain efficiency is
/// averaged over. No background is subtracted, so the limit over-covers where there is one.
///
/// - Source: PDG:2024cfk, review of statistics (Poisson limits by chi-square quantiles)
package struct PoissonLimit: LimitMethod {
  /// Makes the method.
  package init() {}

  package let name = "poisson"

  package let summary = "upper limit that counts every observed event as signal"

  package func interval(
    for model: CountingModel, at level: ConfidenceLevel
  ) throws(InferenceError) -> SignalInterval {
    let emptied = CountingModel(withoutBackground: model)
    let upper = try CountOrdering(emptied, weighting: .equal)
      .upperLimit(reaching: level.remainder, isRatio: false)
    return SignalInterval(
      method: self, at: level, upper: upper,
      notes: [
        model.background > 0 ? "the background is not subtracted" : nil, emptied.averagingNote,
      ])
  }
}
