// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Matter
import Quantities

extension Setup.Element {
  /// An element as its card describes it.
  /// - Parameters:
  ///   - name: its name.
  ///   - kind: its kind.
  ///   - section: its keys.
  ///   - front: where it begins, in mm.
  ///   - materials: the materials.
  /// - Throws: why a material is not to be had.
  package init(
    _ name: String, _ kind: ElementKind, _ section: Section, front: Double,
    _ materials: MaterialCatalogue
  ) throws(MaterialError) {
    let length = kind.extent(of: section).mm
    switch kind.form.name {
    case ElementKind.samplingCalorimeter.form.name:
      self.init(
        name, of: try SamplingCalorimeter(section, from: materials), section, front: front)
    case ElementKind.block.form.name, ElementKind.counter.form.name:
      let material = try materials.material(named: section[SlabKeys.material].name)
      let slab = Slab(material, thickness: length)
      let isRead = kind.form.name == ElementKind.counter.form.name
      self.init(
        name: name, look: isRead ? .slab : .block,
        composition: material.title.beforeComma.lowercased(),
        front: front, length: length, width: section[SlabKeys.width]?.mm, offset: 0,
        radiationLengths: slab.radiationLengths, interactionLengths: slab.interactionLengths)
    case ElementKind.dipole.form.name:
      self.init(
        name, .magnet, "dipole magnet, \(section[DipoleKeys.field])", front: front, length: length)
    case ElementKind.tracker.form.name:
      self.init(name, .planes, "tracking planes", front: front, length: length)
    case ElementKind.decayVolume.form.name:
      self.init(
        name, .volume, "decay volume, \(section[DecayVolumeKeys.medium])", front: front,
        length: length)
    default:
      self.init(
        name, .slab, kind.form.name.replacing("-", with: " "), front: front, length: length)
    }
  }

  private init(
    _ name: String, _ look: Setup.Look, _ composition: String, front: Double, length: Double
  ) {
    self.init(
      name: name, look: look, composition: composition, front: front, length: length, width: nil,
      offset: 0, radiationLengths: nil, interactionLengths: nil)
  }

  private init(
    _ name: String, of calorimeter: SamplingCalorimeter, _ section: Section, front: Double
  ) {
    let cells = calorimeter.cells
    let layers = [calorimeter.absorber, calorimeter.active].map { slab in
      "\(slab.material.title.beforeComma.lowercased()) \(Length.mm(slab.thickness))"
    }
    self.init(
      name: name,
      look: .stack(
        pairs: calorimeter.layers, leading: calorimeter.preshowerLayers, rows: cells.rows,
        absorber: calorimeter.absorber.thickness
          / (calorimeter.absorber.thickness + calorimeter.active.thickness)),
      composition: "\(calorimeter.layers) × (\(layers.joined(separator: " + ")))"
        + (calorimeter.preshowerLayers > 0
          ? ", \(calorimeter.preshowerLayers) of them preshower" : ""),
      front: front,
      length: calorimeter.depth,
      width: section[SamplingCalorimeterKeys.cellSize] == nil
        ? nil : Double(cells.rows) * cells.side,
      offset: 0 - calorimeter.axis.y, radiationLengths: calorimeter.radiationLengths,
      interactionLengths: calorimeter.interactionLengths)
  }
}

extension String {
  /// The text before its first comma: what a thing is, without its remarks.
  fileprivate var beforeComma: String {
    split(separator: ",", maxSplits: 1).first.map(String.init) ?? self
  }
}
