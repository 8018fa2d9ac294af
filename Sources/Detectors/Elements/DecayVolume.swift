// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

extension ElementKind {
  /// Space for particles to decay in.
  package static let decayVolume = ElementKind(
    "decay-volume", meaning: "space for particles to decay in",
    keys: [DecayVolumeKeys.medium, DecayVolumeKeys.length],
    length: { $0[DecayVolumeKeys.length] })
}

/// The keys of a decay volume.
package enum DecayVolumeKeys {
  /// What fills it.
  package static let medium = Key<String>(
    "medium", .choice(["vacuum", "air"]), default: "vacuum", meaning: "what fills it")

  /// How long it is.
  package static let length = Key<Length>(
    "length", .quantity(.positive), meaning: "length along the beam", example: "3 m")
}
