// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

extension ElementKind {
  /// A stack of absorber and active layers, divided into cells across the beam.
  package static let samplingCalorimeter = ElementKind(
    "sampling-calorimeter",
    meaning: "a stack of absorber and active layers, divided into cells across the beam",
    keys: [
      SamplingCalorimeterKeys.layers, SamplingCalorimeterKeys.absorber,
      SamplingCalorimeterKeys.active, SamplingCalorimeterKeys.cells,
      SamplingCalorimeterKeys.cellSize, SamplingCalorimeterKeys.offset,
      SamplingCalorimeterKeys.preshowerLayers, SamplingCalorimeterKeys.readout,
      SamplingCalorimeterKeys.resolution, SamplingCalorimeterKeys.hadrons,
    ],
    checks: SamplingCalorimeterKeys.checks,
    observables: CalorimeterObservable.allCases.map(\.declaration),
    length: { section in
      let layer =
        section[SamplingCalorimeterKeys.absorber][LayerKeys.thickness]
        + section[SamplingCalorimeterKeys.active][LayerKeys.thickness]
      return Double(section[SamplingCalorimeterKeys.layers]) * layer
    })
}

/// The keys of a sampling calorimeter.
package enum SamplingCalorimeterKeys {
  /// Number of pairs of layers.
  package static let layers = Key<Int>(
    "layers", .integer(1...100_000), meaning: "number of pairs of absorber and active layer",
    example: "150")

  /// The absorber.
  package static let absorber = Key<Section>(
    "absorber", .section(LayerKeys.form), meaning: "the layer that makes the shower")

  /// The active layer.
  package static let active = Key<Section>(
    "active", .section(ActiveLayerKeys.form), meaning: "the layer that measures it")

  /// Cells across the beam.
  package static let cells = Key<[Int]>(
    "cells", .list(of: .integer(1...10_000), count: 2...2), default: [1, 1],
    meaning: "number of cells across the beam, horizontally and vertically", example: "[6, 6]")

  /// The side of a cell.
  package static let cellSize = Key<Length?>(
    "cell-size", optional: .quantity(.positive), meaning: "side of a square cell",
    example: "38.2 mm")

  /// Where the grid of cells is.
  package static let offset = Key<[Length]>(
    "offset", .list(of: .quantity(), count: 2...2), default: [.zero, .zero],
    meaning: "centre of the grid of cells from the beam axis, horizontally and vertically",
    example: "[19.1 mm, 19.1 mm]")

  /// The preshower.
  package static let preshowerLayers = Key<Int>(
    "preshower-layers", .integer(0...100_000), default: 0,
    meaning: "number of leading layers that are read out as the preshower", example: "16")

  /// How the light of the active layers is read.
  package static let readout = Key<Section>(
    "readout", .section(ReadoutKeys.form), meaning: "how the light of a cell is read")

  /// The resolution.
  package static let resolution = Key<Section>(
    "resolution", .section(ResolutionKeys.form),
    meaning: "energy resolution beyond that of the shower's sampling and of the readout")

  /// Hadrons.
  package static let hadrons = Key<Section>(
    "hadrons", .section(HadronKeys.form),
    meaning: "parametrised response to hadrons, which are not simulated")

  static let checks = [
    Form.Check(reading: layers, preshowerLayers) { section in
      guard section[preshowerLayers] > section[layers] else { return [] }
      return [
        .error(
          "a preshower of \(section[preshowerLayers]) layers in \(section[layers]) (it is made of"
            + " the first of them)", at: section.place(of: preshowerLayers),
          suggestion: "choose at most \(section[layers])")
      ]
    },
    Form.Check(reading: cells, cellSize) { section in
      guard section[cells] != [1, 1], section[cellSize] == nil else { return [] }
      return [
        .error(
          "cells without a size (the key 'cell-size' is missing)", at: section.place(of: cells),
          suggestion: "add 'cell-size: \(cellSize.example)'")
      ]
    },
  ]
}

/// The keys of one layer.
package enum LayerKeys {
  /// What it is made of.
  package static let material = Key<CardReference>(
    "material", .reference(to: "material", example: "lead"), meaning: "what the layer is made of")

  /// How thick it is.
  package static let thickness = Key<Length>(
    "thickness", .quantity(.positive), meaning: "thickness along the beam", example: "1.5 mm")

  static let form = Form(
    "layer", meaning: "one layer of a stack", keys: [material, thickness])
}

/// The keys of an active layer beside those of any layer.
package enum ActiveLayerKeys {
  /// How its light saturates.
  package static let birks = Key<Measured<LengthPerEnergyDimension>>(
    "birks", .measured(.nonNegative), default: Measured(.zero),
    meaning: "kB in light ~ dE / (1 + kB dE/dx); 0 for light proportional to the deposit",
    example: "0.126 mm/MeV")

  static let form = Form(
    "active-layer", meaning: "a layer that gives light",
    keys: [LayerKeys.material, LayerKeys.thickness, birks])
}
