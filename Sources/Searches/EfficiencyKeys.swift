// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The keys of one factor on the signal that is not simulated.
///
/// A factor says what it covers, so that nothing is counted twice: what a run simulates, such as the
/// energy of the signal's own shower that leaks into a veto, is left out of the product.
package enum EfficiencyKeys {
  /// What a factor covers.
  package enum Cover: String, CaseIterable, Sendable {
    /// Where particles go.
    case acceptance
    /// That the beam particle is found and known.
    case reconstruction
    /// What other particles and electronics leave in the detector.
    case pileUpAndNoise = "pile-up-and-noise"
    /// What of the signal's own shower leaves the calorimeter; simulated.
    case leakage
    /// The time in which events are taken.
    case liveTime = "live-time"

    /// Whether a run computes it, so that a factor of the card would count it a second time.
    package var isSimulated: Bool { self == .leakage }
  }

  /// The factor.
  package static let value = Key<Measured<FractionDimension>>(
    "value", .measured(.closed(.zero, .share(1))), meaning: "the share of the signal that remains",
    example: "97 %")

  /// What it covers.
  package static let covers = Key<Cover>(
    "covers", .choice(of: Cover.self),
    meaning: "what the factor covers; leakage is simulated and not counted twice")

  static let form = Form(
    "efficiency", meaning: "one factor on the signal that is not simulated",
    keys: [value, covers])
}
