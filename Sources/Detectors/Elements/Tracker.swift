// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

extension ElementKind {
  /// Planes that measure where charged particles pass, and with a magnet their momentum.
  package static let tracker = ElementKind(
    "tracker", meaning: "planes that measure where charged particles pass",
    keys: [TrackerKeys.length, TrackerKeys.efficiency, TrackerKeys.momentumResolution],
    observables: [
      Observable("momentum", in: MomentumDimension.self, meaning: "reconstructed momentum")
    ],
    length: { $0[TrackerKeys.length] })
}

/// The keys of a tracker.
package enum TrackerKeys {
  /// The extent along the beam.
  package static let length = Key<Length>(
    "length", .quantity(.nonNegative), default: .zero,
    meaning: "length along the beam from the first plane to the last", example: "2 m")

  /// How often a good track is found.
  package static let efficiency = Key<Measured<FractionDimension>>(
    "efficiency", .measured(.closed(.zero, .share(1))), default: Measured(.share(1)),
    meaning: "probability that a beam particle is reconstructed", example: "83 %")

  /// How well a momentum is measured.
  package static let momentumResolution = Key<Measured<FractionDimension>>(
    "momentum-resolution", .measured(.nonNegative), default: Measured(.zero),
    meaning: "sigma(p)/p of the reconstructed momentum", example: "1 %")
}
