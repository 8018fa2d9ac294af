// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The keys of an energy resolution, whose terms add in quadrature.
package enum ResolutionKeys {
  /// The term that falls with energy.
  package static let stochastic = Key<Measured<FractionDimension>>(
    "stochastic", .measured(.nonNegative), default: Measured(.zero),
    meaning: "a of sigma/E = a / sqrt(E/GeV)", example: "10 %")

  /// The term that stays.
  package static let constant = Key<Measured<FractionDimension>>(
    "constant", .measured(.nonNegative), default: Measured(.zero),
    meaning: "c of sigma/E = c", example: "1 %")

  /// The term of electronics.
  package static let noise = Key<Measured<EnergyDimension>>(
    "noise", .measured(.nonNegative), default: Measured(.zero), meaning: "n of sigma = n",
    example: "50 MeV")

  static let form = Form(
    "resolution",
    meaning: "terms of an energy resolution, which add in quadrature",
    keys: [stochastic, constant, noise])
}
