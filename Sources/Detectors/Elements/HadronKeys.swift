// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The keys of a calorimeter's response to hadrons, which is parametrised.
package enum HadronKeys {
  /// The response relative to that of electrons.
  package static let response = Key<Measured<FractionDimension>>(
    "response", .measured(.positive), default: Measured(.share(1)),
    meaning: "mean energy of a contained hadron over that of an electron", example: "80 %")

  /// The term that falls with energy.
  package static let stochastic = Key<Measured<FractionDimension>>(
    "stochastic", .measured(.nonNegative), default: Measured(.zero),
    meaning: "a of sigma/E = a / sqrt(E/GeV) for the energy that a hadron leaves", example: "60 %")

  /// The term that stays.
  package static let constant = Key<Measured<FractionDimension>>(
    "constant", .measured(.nonNegative), default: Measured(.zero),
    meaning: "c of sigma/E = c", example: "5 %")

  static let form = Form(
    "hadrons", meaning: "parametrised response to hadrons",
    keys: [response, stochastic, constant])
}
