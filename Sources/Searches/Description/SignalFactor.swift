// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Quantities

/// A factor on the signal that is not simulated, alike for all masses.
package struct SignalFactor: Sendable {
  /// Its name; that of an element for its efficiency.
  package let name: String
  /// The factor.
  package let value: Measured<FractionDimension>
  /// What it covers.
  package let cover: EfficiencyKeys.Cover

  /// Whether it counts; what is simulated would be counted twice.
  package var isApplied: Bool { !cover.isSimulated }

  /// The factors of a card, those of its elements first.
  ///
  /// Magnets, calorimeters and counters have none: what they do is simulated.
  static func factors(of card: Card) -> [SignalFactor] {
    let elements = card[SearchKeys.detector].compactMap { element -> SignalFactor? in
      let value: Measured<FractionDimension>
      switch element.kind {
      case ElementKind.tracker.form.name: value = element[TrackerKeys.efficiency]
      case ElementKind.synchrotronTag.form.name: value = element[SynchrotronTagKeys.efficiency]
      default: return nil
      }
      return value.value.share == 1
        ? nil : SignalFactor(name: element.name, value: value, cover: .reconstruction)
    }
    return elements
      + card[SearchKeys.efficiencies].map {
        SignalFactor(
          name: $0.name, value: $0[EfficiencyKeys.value], cover: $0[EfficiencyKeys.covers])
      }
  }
}
