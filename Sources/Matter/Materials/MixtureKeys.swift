// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The keys of a mixture of materials.
package enum MixtureKeys {
  /// What shares are shares of.
  package enum Measure: String, CaseIterable, Sendable {
    /// Shares of the mass.
    case mass
    /// Shares of the volume.
    case volume
  }

  /// What the shares are shares of.
  package static let measure = Key<Measure>(
    "by", .choice(of: Measure.self), meaning: "what the shares are shares of", example: "volume")

  /// The parts.
  package static let parts = Key<[Named<Fraction>]>(
    "parts", .map(of: .quantity(.positive), namedBy: "lead"),
    meaning: "materials and their shares", example: "{lead: 60 %, polystyrene: 40 %}")

  static let form = Form(
    "mixture", meaning: "materials that make up another", keys: [measure, parts],
    checks: [
      Form.Check(reading: parts) {
        MaterialKeys.sharesFinding($0[parts], at: $0.place(of: parts))
      }
    ])
}
