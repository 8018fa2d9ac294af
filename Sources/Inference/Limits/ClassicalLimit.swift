// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The classical upper limit CL_s+b, which may vanish.
///
///     P(Q <= Q_obs | s + b) = 1 - cl
///
/// with Q the count, or for several bins the ordering of ``CountOrdering``. For one bin and known
/// background the limit is the Poisson one minus b. Where fewer events are seen than background
/// alone would give in 1 - cl of all cases, no signal satisfies this: the limit is returned as
/// zero, with a warning.
///
/// - Source: PDG:2024cfk, review of statistics (Poisson limits with background)
package struct ClassicalLimit: LimitMethod {
  /// Makes the method.
  package init() {}

  package let name = "classical"

  package let summary = "upper limit with P(as few or fewer events | signal + background) = 1 - cl"

  package func interval(
    for model: CountingModel, at level: ConfidenceLevel
  ) throws(InferenceError) -> SignalInterval {
    let ordering = try CountOrdering(model)
    let upper = try ordering.upperLimit(reaching: level.remainder, isRatio: false)
    return SignalInterval(
      method: self, at: level, upper: upper,
      notes: [ordering.note, model.averagingNote],
      warnings: upper > 0
        ? []
        : [
          "the limit vanishes: background alone gives so few events in less than "
            + "\((100 * level.remainder).formatted(significant: 3))% of experiments; use cls"
        ])
  }
}
