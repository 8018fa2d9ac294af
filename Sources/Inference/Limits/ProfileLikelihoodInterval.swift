// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Quantities

/// The interval in which the profile likelihood falls by less than a fixed amount.
///
///     2 ln [L(best) / L(s)] <= z^2,  z the normal quantile of (1 + cl)/2;  2.706 for 90%
///
/// Best and interval are restricted to strengths of zero and above. The coverage is approximate:
/// for few events too low or too high by several percent, see ``Coverage``.
///
/// - Source: Rolke:2004mj, profile likelihood of a counting experiment
package struct ProfileLikelihoodInterval: LimitMethod {
  /// Makes the method.
  package init() {}

  package let name = "profile"

  package let summary = "interval where 2 ln [L(best)/L(s)] of the profile likelihood is below z^2"

  package func interval(
    for model: CountingModel, at level: ConfidenceLevel
  ) throws(InferenceError) -> SignalInterval {
    let likelihood = ProfileLikelihood(model.seeingSignal)
    let best = likelihood.bestSignal()
    let threshold = try squaredQuantile(level)
    func fall(_ signal: Double) -> Double {
      2 * (best.logLikelihood - likelihood.profiled(signal: signal))
    }
    // The root is the same for the fall as for a probability that falls with it. A threshold of
    // the size of rounding leaves the best strength alone, on whose two sides the ends lie.
    let upper = max(
      best.signal,
      try signalWhere(
        reaching: exp(-threshold), startingAt: best.signal + model.crudeLimit
      ) { $0 <= best.signal ? 1 : exp(-fall($0)) })
    var lower = 0.0
    if best.signal > 0, fall(0) > threshold {
      lower = max(
        0,
        best.signal
          - (try signalWhere(reaching: exp(-threshold), startingAt: best.signal) {
            $0 >= best.signal ? 0 : exp(-fall(best.signal - $0))
          }))
    }
    return SignalInterval(
      method: self, at: level, lower: lower, upper: upper,
      notes: [
        "2 ln ratio of \(threshold.formatted(significant: 4))",
        model.hasUncertainBackground || model.hasUncertainEfficiency
          ? "uncertainties profiled" : nil,
      ])
  }

  private func squaredQuantile(_ level: ConfidenceLevel) throws(InferenceError) -> Double {
    do {
      let quantile = try NormalDistribution().upperQuantile(0.5 * level.remainder)
      return quantile * quantile
    } catch {
      throw InferenceError(.noConvergence, "no quantile of \(level)", because: error.reason)
    }
  }
}
