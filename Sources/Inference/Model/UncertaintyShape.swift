// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The density of an uncertain number x of central value m and error e.
package enum UncertaintyShape: String, CaseIterable, Hashable, Sendable {
  /// Gaussian of mean m and deviation e, cut at zero and renormalised.
  ///
  /// With a wide one the cut matters: mean and deviation are then no longer m and e.
  case gauss

  /// Gamma density of mean m and deviation e: shape (m/e)^2, rate m/e^2.
  ///
  /// It is what an auxiliary count of (m/e)^2 events says that was taken with m/e^2 times the
  /// exposure (on-off measurement), for a prior 1/x.
  case gamma

  /// Log-normal density of median m and multiplicative deviation kappa = 1 + e/m.
  case logNormal = "lognormal"

  /// What the shape is called in a sentence.
  package var title: String {
    switch self {
    case .gauss: "Gaussian, cut at zero and renormalised"
    case .gamma: "gamma (on-off)"
    case .logNormal: "log-normal (median, kappa = 1 + error/value)"
    }
  }
}
