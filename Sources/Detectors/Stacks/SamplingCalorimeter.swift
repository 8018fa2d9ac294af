// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Matter
import Quantities
import Showers

/// A stack of absorber and active layers in cells across the beam, as a card describes it.
///
///     let ecal = try SamplingCalorimeter(element.section, from: catalogue)
///     var block = LayeredBlock(halfWidth: ecal.halfWidth)
///     let sections = ecal.append(to: &block, named: "ecal")
package struct SamplingCalorimeter: Sendable {
  /// How many pairs of layers.
  package let layers: Int
  /// The first layer of a pair.
  package let absorber: Slab
  /// The second one.
  package let active: Slab
  /// Birks' constant of the active layers in mm/MeV; nil for light proportional to the deposit.
  package let birks: Double?
  /// The cells across the beam.
  package private(set) var cells: CellGrid
  /// Where the beam axis meets the front face, in mm: from the middle of the cells, or from that of
  /// the stack which the calorimeter stands in.
  package private(set) var axis: (x: Double, y: Double)
  /// How many of the first pairs are the preshower.
  package let preshowerLayers: Int
  /// How the light of a cell is read.
  package let readout: Readout
  /// The resolution beyond sampling and readout.
  package let resolution: EnergyResolution
  /// The response to hadrons.
  package let hadrons: HadronResponse

  /// Half the width of cells where a card gives none, in mm: as wide as any shower.
  static let unlimited = 500.0

  /// Reads a calorimeter.
  /// - Parameters:
  ///   - section: the keys of the element.
  ///   - catalogue: the materials.
  /// - Throws: why a material is not to be had.
  package init(_ section: Section, from catalogue: MaterialCatalogue) throws(MaterialError) {
    typealias Keys = SamplingCalorimeterKeys
    layers = section[Keys.layers]
    absorber = try Slab(section[Keys.absorber], from: catalogue)
    active = try Slab(section[Keys.active], from: catalogue)
    let constant = section[Keys.active][ActiveLayerKeys.birks].value.mmPerMeV
    birks = constant > 0 ? constant : nil
    let counts = section[Keys.cells]
    cells = CellGrid(
      columns: counts[0], rows: counts[1],
      side: section[Keys.cellSize]?.mm ?? 2 * Self.unlimited)
    axis = Self.axis(of: section)
    preshowerLayers = section[Keys.preshowerLayers]
    readout = Readout(section[Keys.readout])
    resolution = EnergyResolution(section[Keys.resolution])
    hadrons = HadronResponse(section[Keys.hadrons])
  }

  /// The beam axis from the middle of the cells, in mm, as the keys of an element have it.
  static func axis(of section: Section) -> (x: Double, y: Double) {
    let offset = section[SamplingCalorimeterKeys.offset]
    return (0 - offset[0].mm, 0 - offset[1].mm)
  }

  /// The same calorimeter in a stack whose beam axis is elsewhere; its cells move along.
  /// - Parameter axis: where the beam axis is in the stack, in mm.
  /// - Returns: the calorimeter with its cells where they stand.
  package func standing(about axis: (x: Double, y: Double)) -> SamplingCalorimeter {
    var moved = self
    moved.cells = CellGrid(
      columns: cells.columns, rows: cells.rows, side: cells.side,
      x: cells.x + axis.x - self.axis.x, y: cells.y + axis.y - self.axis.y)
    moved.axis = axis
    return moved
  }

  /// Half the width of the layers in mm, about the middle of the stack: all that its cells cover.
  package var halfWidth: Double {
    max(
      0.5 * Double(cells.columns) * cells.side + cells.x.magnitude,
      0.5 * Double(cells.rows) * cells.side + cells.y.magnitude)
  }

  /// The depth of all layers in mm.
  package var depth: Double { Double(layers) * (absorber.thickness + active.thickness) }

  /// The depth in radiation lengths.
  package var radiationLengths: Double {
    Double(layers) * (absorber.radiationLengths + active.radiationLengths)
  }

  /// The depth in nuclear interaction lengths.
  package var interactionLengths: Double {
    Double(layers) * (absorber.interactionLengths + active.interactionLengths)
  }

  /// The cell on the beam axis; nil where the axis passes beside the cells.
  package var centralCell: Int? { cells.cell(x: axis.x, y: axis.y) }

  /// The sections that read a calorimeter out.
  package struct Sections: Hashable, Sendable {
    /// The index of the preshower; nil where there is none.
    package let preshower: Int?
    /// The index of all behind it; nil where the preshower is everything.
    package let main: Int?

    /// Both, in the order of the beam.
    package var indices: [Int] { [preshower, main].compactMap { $0 } }
  }

  /// Adds its layers at the back of a block.
  ///
  /// The middle of a block is that of its first cells; a calorimeter whose grid is not about the beam
  /// axis is hit beside it, at ``axis``.
  /// - Parameters:
  ///   - block: the block.
  ///   - name: the name of the element, under which its sections are found.
  /// - Returns: its sections.
  package func append(to block: inout LayeredBlock, named name: String) -> Sections {
    block.halfWidth = halfWidth
    let rest = layers - preshowerLayers
    var preshower: Int?
    var main: Int?
    if preshowerLayers > 0 {
      preshower = append(preshowerLayers, to: &block, named: name + ".preshower")
    }
    if rest > 0 { main = append(rest, to: &block, named: name) }
    return Sections(preshower: preshower, main: main)
  }

  private func append(_ count: Int, to block: inout LayeredBlock, named name: String) -> Int {
    let section = block.addSection(name, cells: cells, birks: birks)
    block.addPairs(
      count, of: (absorber.material, absorber.thickness), (active.material, active.thickness),
      section: section)
    return section
  }

  /// The calorimeter by itself.
  package func block(named name: String) -> (block: LayeredBlock, sections: Sections) {
    var block = LayeredBlock(halfWidth: halfWidth)
    let sections = append(to: &block, named: name)
    return (block, sections)
  }
}
