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
      SamplingCalorimeterKeys.cellSize, SamplingCalorimeterKeys.preshowerLayers,
      SamplingCalorimeterKeys.resolution,
    ],
    observables: [
      Observable("energy", in: EnergyDimension.self, meaning: "reconstructed energy"),
      Observable(
        "preshower", in: EnergyDimension.self,
        meaning: "reconstructed energy in the preshower layers"),
    ],
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
    "active", .section(LayerKeys.form), meaning: "the layer that measures it")

  /// Cells across the beam.
  package static let cells = Key<[Int]>(
    "cells", .list(of: .integer(1...10_000), count: 2...2), default: [1, 1],
    meaning: "number of cells across the beam, horizontally and vertically", example: "[6, 6]")

  /// The side of a cell.
  package static let cellSize = Key<Length?>(
    "cell-size", optional: .quantity(.positive), meaning: "side of a square cell",
    example: "38.2 mm")

  /// The preshower.
  package static let preshowerLayers = Key<Int>(
    "preshower-layers", .integer(0...100_000), default: 0,
    meaning: "number of leading layers that are read out as the preshower", example: "16")

  /// The resolution.
  package static let resolution = Key<Section>(
    "resolution", .section(ResolutionKeys.form),
    meaning: "energy resolution beyond the fluctuations of the shower's sampling")
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
