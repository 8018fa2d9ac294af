// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Showers

/// Layered blocks for tests.
enum Stacks {
  /// Pairs of 1.5 mm of lead and 1.5 mm of something, read out in cells.
  static func pairs(
    _ count: Int = 150, of active: String = "polystyrene", halfWidth: Double = 500,
    cells: CellGrid = CellGrid(columns: 1, rows: 1, side: 1000), birks: Double? = nil,
    preshower: Int = 0
  ) throws -> LayeredBlock {
    let lead = try Shipped.material("lead")
    let light = try Shipped.material(active)
    var block = LayeredBlock(halfWidth: halfWidth)
    if preshower > 0 {
      let section = block.addSection("preshower", cells: cells, birks: birks)
      block.addPairs(preshower, of: (lead, 1.5), (light, 1.5), section: section)
    }
    let section = block.addSection("ecal", cells: cells, birks: birks)
    block.addPairs(count - preshower, of: (lead, 1.5), (light, 1.5), section: section)
    return block
  }

  /// Six by six cells of 38.2 mm.
  static let cells = CellGrid(columns: 6, rows: 6, side: 38.2)

  /// Showers of an electron of an energy in GeV on the axis.
  static func simulation(
    _ block: LayeredBlock, energy: Double, cuts: LayeredCuts = .detector,
    of species: ShowerSpecies = .electron, at position: ShowerVector = ShowerVector(0, 0, 0),
    direction: ShowerVector = ShowerVector(0, 0, 1)
  ) throws -> LayeredSimulation {
    let tables = try LayeredTables(
      block, cuts: cuts, upTo: .gev(max(energy, 1)), from: Shipped.folder())
    return LayeredSimulation(
      tables,
      beam: ShowerParticle(
        species, energy: energy, position: position, direction: direction))
  }
}
