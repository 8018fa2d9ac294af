// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The Bayesian upper limit: the strength below which the posterior has probability cl.
///
///     integral_0^s_up L(s) p(s) ds = cl integral_0^inf L(s) p(s) ds
///
/// L is averaged over uncertainties. The prior p is flat, or Jeffreys' for the central values:
/// sqrt(sum e_i^2 / (s e_i + b_i)), which for one bin is 1/sqrt(s e + b) up to a factor. The
/// integral runs over t = sqrt(s e + b), in which a Poisson likelihood has the width 1/2 wherever it
/// peaks, in panels of 16 points. Error: 1e-11 of the limit.
///
/// An efficiency that may vanish makes the flat posterior fall like 1/s or slower; it then has no
/// integral and the limit no value. A Gaussian error above 15% and a gamma error above 50% are
/// refused for that reason.
///
/// - Source: PDG:2024cfk, review of statistics (Bayesian intervals); Jeffreys1946prior, prior
package struct BayesianLimit: LimitMethod {
  /// What is believed of the strength beforehand.
  package enum Prior: Hashable, Sendable {
    /// Every strength of zero and above alike.
    case flat
    /// The square root of the information that the experiment expects to gain.
    case jeffreys
  }

  /// What is believed of the strength beforehand.
  package let prior: Prior

  /// Makes the method with a prior.
  package init(prior: Prior) { self.prior = prior }

  package var name: String { prior == .flat ? "bayes" : "bayes-jeffreys" }

  package var summary: String {
    "upper limit below which the posterior of a \(prior == .flat ? "flat" : "Jeffreys") prior has "
      + "probability cl"
  }

  package func interval(
    for model: CountingModel, at level: ConfidenceLevel
  ) throws(InferenceError) -> SignalInterval {
    try requireIntegrablePosterior(model)
    let posterior = try Posterior(model.seeingSignal, prior: prior)
    return SignalInterval(
      method: self, at: level, upper: try posterior.quantile(level),
      notes: [
        prior == .jeffreys ? "prior sqrt(sum e^2 / (s e + b)) at the central values" : nil,
        model.averagingNote,
      ])
  }

  private func requireIntegrablePosterior(_ model: CountingModel) throws(InferenceError) {
    for efficiency in [model.commonEfficiency] + model.bins.map(\.efficiency) {
      let largest =
        switch efficiency.shape {
        case .gauss: 0.15
        case .gamma: 0.5
        case .logNormal: Double.infinity
        }
      guard efficiency.relativeError > largest else { continue }
      throw InferenceError(
        .notApplicable, "no posterior for an efficiency of \(efficiency)",
        because: "its density near zero keeps the posterior from falling faster than 1/s",
        suggestion: "describe the efficiency by lognormal")
    }
  }
}
