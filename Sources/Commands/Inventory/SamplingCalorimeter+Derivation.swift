// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Matter
import Quantities
import Storage

extension SamplingCalorimeter {
  /// What follows from the card of a detector: sizes and depths of a calorimeter, nothing for others.
  static let derivation: DerivedQuantity.Derivation = { source, folder in
    let reading = CardReader(kinds: [DetectorKeys.kind]).read(source)
    guard let card = reading.card else { throw CardRefusal(findings: reading.findings) }
    let element = card[DetectorKeys.element]
    guard element.kind == ElementKind.samplingCalorimeter.form.name else { return [] }
    return try SamplingCalorimeter(element.section, from: MaterialCatalogue(from: folder))
      .quantities
  }

  private var quantities: [DerivedQuantity] {
    let pairs = "\(layers) pairs of layers"
    var quantities = [
      DerivedQuantity("depth", depth, unit: "mm", origin: pairs, source: nil),
      DerivedQuantity("depth", radiationLengths, unit: "X0", origin: pairs, source: nil),
      DerivedQuantity(
        "depth", interactionLengths, unit: "interaction lengths", origin: pairs, source: nil),
    ]
    if preshowerLayers > 0 {
      quantities.append(
        DerivedQuantity(
          "preshower", radiationLengths * Double(preshowerLayers) / Double(layers), unit: "X0",
          origin: "the first \(preshowerLayers) pairs", source: nil))
    }
    if let share = minimumIonisingShare {
      quantities.append(
        DerivedQuantity(
          "sampling fraction of a minimum-ionising particle", 100 * share, unit: "%",
          origin: "density x thickness x least loss", source: "PDG:2024cfk"))
    }
    return quantities
  }
}
