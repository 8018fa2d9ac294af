// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter

/// Layers across the beam, one behind the other from z = 0: a calorimeter, and what stands behind it.
///
///     var block = LayeredBlock(halfWidth: 114.6)
///     let grid = CellGrid(columns: 6, rows: 6, side: 38.2)
///     let preshower = block.addSection("preshower", cells: grid)
///     let ecal = block.addSection("ecal", cells: grid)
///     block.addPairs(16, of: (lead, 1.5), (polystyrene, 1.5), section: preshower)
///     block.addPairs(134, of: (lead, 1.5), (polystyrene, 1.5), section: ecal)
///     block.addGap(thickness: 50)
///
/// A layer that belongs to a section is read out there: its light, less what saturation takes, is the
/// visible energy of the section's cells. Lengths in mm.
package struct LayeredBlock: Hashable, Sendable {
  /// One layer.
  package struct Layer: Hashable, Sendable {
    /// The index of its material in `media`; nil for a gap, through which all fly straight.
    package let medium: Int?
    /// Its thickness in mm.
    package let thickness: Double
    /// The index in `sections` of what reads it out; nil for absorber.
    package let section: Int?
    /// Half its width across the beam in mm.
    package let halfWidth: Double
  }

  /// Layers that are read out together.
  package struct Section: Hashable, Sendable {
    /// How it is called.
    package let name: String
    /// Its cells across the beam; light beside them is not seen.
    package let cells: CellGrid
    /// The constant k_B of Birks' law in mm/MeV; nil where light is proportional to energy.
    package let birks: Double?
  }

  /// The materials of the layers, each once.
  package private(set) var media: [Material] = []
  /// The layers in the order of the beam.
  package private(set) var layers: [Layer] = []
  /// What is read out.
  package private(set) var sections: [Section] = []
  /// Half the width of layers that are added, in mm.
  package var halfWidth: Double

  /// Makes a block without layers.
  /// - Parameter halfWidth: half the width in mm of the layers to be added.
  package init(halfWidth: Double) { self.halfWidth = halfWidth }

  /// Adds a section without layers.
  /// - Parameters:
  ///   - name: how it is called.
  ///   - cells: its cells across the beam.
  ///   - birks: the constant k_B of Birks' law in mm/MeV.
  /// - Returns: its index, for the layers that belong to it.
  package mutating func addSection(_ name: String, cells: CellGrid, birks: Double? = nil) -> Int {
    sections.append(Section(name: name, cells: cells, birks: birks))
    return sections.count - 1
  }

  /// Adds a layer at the back.
  package mutating func addLayer(of material: Material, thickness: Double, section: Int? = nil) {
    if !media.contains(material) { media.append(material) }
    let medium = media.firstIndex(of: material)
    layers.append(
      Layer(medium: medium, thickness: thickness, section: section, halfWidth: halfWidth))
  }

  /// Adds pairs of an absorber and what is read out, the absorber first.
  package mutating func addPairs(
    _ count: Int, of absorber: (material: Material, thickness: Double),
    _ active: (material: Material, thickness: Double), section: Int
  ) {
    for _ in 0..<count {
      addLayer(of: absorber.material, thickness: absorber.thickness)
      addLayer(of: active.material, thickness: active.thickness, section: section)
    }
  }

  /// Adds a gap at the back.
  package mutating func addGap(thickness: Double) {
    layers.append(Layer(medium: nil, thickness: thickness, section: nil, halfWidth: halfWidth))
  }

  /// The depth of all layers in mm.
  package var depth: Double { layers.reduce(0) { $0 + $1.thickness } }

  /// Where the layers begin in mm, and where the last one ends.
  package var edges: [Double] {
    var edges = [0.0]
    for layer in layers { edges.append(edges[edges.count - 1] + layer.thickness) }
    return edges
  }

  /// The indices of the layers that are read out, in the order of the beam.
  package var activeLayers: [Int] { layers.indices.filter { layers[$0].section != nil } }

  /// Where the cells of each section begin in the row of all cells, and where the last ones end.
  package var cellOffsets: [Int] {
    sections.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.cells.count) }
  }

  /// The index of a section by its name.
  package func section(named name: String) -> Int? { sections.firstIndex { $0.name == name } }
}
