// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

extension ElementKind {
  /// A magnet that bends the beam.
  package static let dipole = ElementKind(
    "dipole", meaning: "a magnet with a uniform field across the beam",
    keys: [DipoleKeys.length, DipoleKeys.field],
    length: { $0[DipoleKeys.length] })
}

/// The keys of a dipole magnet.
package enum DipoleKeys {
  /// The extent of the field.
  package static let length = Key<Length>(
    "length", .quantity(.positive), meaning: "effective length along the beam", example: "2 m")

  /// The field.
  package static let field = Key<MagneticField>(
    "field", .quantity(), meaning: "vertical field; its sign is that of its upward component",
    example: "1.75 T")
}
