// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

extension ElementKind {
  /// A piece of matter that nothing is read from.
  package static let block = ElementKind(
    "block", meaning: "a piece of matter without readout: a dump, a shield, a window",
    keys: [SlabKeys.material, SlabKeys.thickness, SlabKeys.width],
    length: { $0[SlabKeys.thickness] })
}

/// The keys of a homogeneous slab.
package enum SlabKeys {
  /// What it is made of.
  package static let material = Key<CardReference>(
    "material", .reference(to: "material", example: "polystyrene"), meaning: "what it is made of")

  /// How thick it is.
  package static let thickness = Key<Length>(
    "thickness", .quantity(.positive), meaning: "thickness along the beam", example: "5 cm")

  /// How wide it is.
  package static let width = Key<Length?>(
    "width", optional: .quantity(.positive), meaning: "extent across the beam, both ways",
    example: "60 cm")
}
