// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What track length is counted in.
///
/// Radiation lengths are the choice for a target: dL/dE then hardly depends on the material, and is
/// folded with probabilities per radiation length. Millimetres are for detectors of mixed materials.
package enum TrackLengthUnit: String, Hashable, Sendable {
  /// Radiation lengths X0 of the material in which the track runs.
  case radiationLengths = "X0"

  /// Millimetres.
  case millimetres = "mm"

  /// How many of another unit one of this unit makes, in a material.
  /// - Parameters:
  ///   - other: the other unit.
  ///   - radiationLength: X0 of the material.
  /// - Returns: the factor.
  package func factor(to other: TrackLengthUnit, radiationLength: Length) -> Double {
    switch (self, other) {
    case (.radiationLengths, .millimetres): radiationLength.mm
    case (.millimetres, .radiationLengths): 1 / radiationLength.mm
    case (.radiationLengths, .radiationLengths), (.millimetres, .millimetres): 1
    }
  }
}
