// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The keys of one systematic uncertainty of the expected signal.
package enum SystematicKeys {
  /// What an uncertainty is one of.
  package enum Subject: String, CaseIterable, Sendable {
    /// The particles made per electron on target.
    case yield
    /// The electrons on target.
    case exposure
    /// The share of them that is seen.
    case efficiency
  }

  /// How large it is.
  package static let error = Key<Measured<FractionDimension>>(
    "error", .measured(.closed(.zero, .share(1))), meaning: "relative standard deviation",
    example: "10 %")

  /// What it is an uncertainty of.
  package static let affects = Key<Subject>(
    "affects", .choice(of: Subject.self), meaning: "what it is an uncertainty of")

  /// Whether it counts.
  package static let isIncluded = Key<Bool>(
    "include", .boolean, default: true, meaning: "whether the limit knows of it")

  static let form = Form(
    "systematic", meaning: "one uncertainty that all run periods share",
    keys: [error, affects, isIncluded])
}
