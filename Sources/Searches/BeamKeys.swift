// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The keys of a beam.
package enum BeamKeys {
  /// The particle.
  package static let particle = Key<String>(
    "particle", .choice(["e-", "e+", "mu-", "mu+", "pi-", "pi+", "K-", "K+", "p", "gamma"]),
    meaning: "the beam particle")

  /// The momentum.
  package static let momentum = Key<Measured<MomentumDimension>>(
    "momentum", .measured(.positive), meaning: "mean momentum", example: "100 GeV")

  /// Its spread.
  package static let spread = Key<Measured<FractionDimension>>(
    "momentum-spread", .measured(.closed(.zero, .share(1))), default: Measured(.zero),
    meaning: "standard deviation of the momentum over its mean", example: "1 %")

  /// The size.
  package static let spot = Key<Measured<LengthDimension>>(
    "spot", .measured(.nonNegative), default: Measured(.zero),
    meaning: "full width at half maximum of the beam at the target", example: "1 cm")

  /// What else is in it.
  package static let contamination = Key<[Named<Fraction>]>(
    "contamination", .map(of: .quantity(.closed(.zero, .share(1))), namedBy: "pi-"), default: [],
    meaning: "other particles in the beam, as shares of the beam particles",
    example: "{pi-: 1 %}")

  static let form = Form(
    "beam", meaning: "the beam", keys: [particle, momentum, spread, spot, contamination])
}

/// The keys of one run period, which is one bin of the likelihood.
package enum PeriodKeys {
  /// How many beam electrons met the target.
  package static let electrons = Key<Measured<NumberDimension>>(
    "electrons", .measured(.positive), meaning: "electrons on target", example: "4.3e10")

  /// What share of the signal survives all that is not simulated.
  package static let efficiency = Key<Measured<FractionDimension>>(
    "efficiency", .measured(.closed(.zero, .share(1))), default: Measured(.share(1)),
    meaning: "efficiency of what the simulation leaves out", example: "69 %")

  /// How many events were seen.
  package static let observed = Key<Int>(
    "observed", .integer(0...1_000_000_000), default: 0,
    meaning: "events observed in the signal box")

  static let form = Form(
    "period", meaning: "a run period; each is a bin of the likelihood",
    keys: [electrons, efficiency, observed])
}
