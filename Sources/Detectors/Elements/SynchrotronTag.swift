// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

extension ElementKind {
  /// A counter of synchrotron photons, which only electrons radiate enough of.
  package static let synchrotronTag = ElementKind(
    "synchrotron-tag", meaning: "a calorimeter for the synchrotron photons that tag an electron",
    keys: [SynchrotronTagKeys.thickness, SynchrotronTagKeys.efficiency],
    observables: [
      Observable("energy", in: EnergyDimension.self, meaning: "energy of synchrotron photons")
    ],
    length: { $0[SynchrotronTagKeys.thickness] })
}

/// The keys of a synchrotron tag.
package enum SynchrotronTagKeys {
  /// How thick it is.
  package static let thickness = Key<Length>(
    "thickness", .quantity(.positive), meaning: "extent along the beam", example: "20 cm")

  /// How often an electron is tagged.
  package static let efficiency = Key<Measured<FractionDimension>>(
    "efficiency", .measured(.closed(.zero, .share(1))), default: Measured(.share(1)),
    meaning: "probability that a beam electron is tagged", example: "95 %")
}
