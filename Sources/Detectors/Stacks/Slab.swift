// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Matter

/// A layer of one material, in mm.
package struct Slab: Hashable, Sendable {
  /// What it is made of.
  package let material: Material
  /// How thick it is, in mm.
  package let thickness: Double

  /// Makes a layer from its thickness in mm.
  package init(_ material: Material, thickness: Double) {
    self.material = material
    self.thickness = thickness
  }

  /// Its thickness in radiation lengths; zero in the vacuum.
  package var radiationLengths: Double {
    material.radiationLength.map { thickness / $0.value.mm } ?? 0
  }

  /// Its thickness in nuclear interaction lengths; zero in the vacuum.
  package var interactionLengths: Double {
    material.nuclearInteractionLength.map { thickness / $0.value.mm } ?? 0
  }

  /// The layer that a section of a card describes.
  /// - Throws: why the material is not to be had.
  init(_ section: Section, from catalogue: MaterialCatalogue) throws(MaterialError) {
    self.init(
      try catalogue.material(named: section[LayerKeys.material].name),
      thickness: section[LayerKeys.thickness].mm)
  }
}
