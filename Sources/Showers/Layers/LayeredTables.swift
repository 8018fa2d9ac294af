// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities
import Storage

/// The tables of all materials of a layered block; made once, read by all threads.
package struct LayeredTables: Sendable {
  /// The block.
  package let block: LayeredBlock
  /// How far particles are followed.
  package let cuts: LayeredCuts
  /// Up to which kinetic energy.
  package let highest: Energy
  let media: [ShowerTables]
  /// What electrons at the end of their way lose on average in each material, GeV/mm.
  let lossAtRest: [Double]

  /// Checks a block and makes its tables; a third of a second a material.
  /// - Parameters:
  ///   - block: the layers.
  ///   - cuts: how far particles are followed.
  ///   - highest: the highest kinetic energy that enters.
  ///   - folder: where the tables of physics are.
  /// - Throws: ``ShowerError`` for what cannot be simulated, and when a table cannot be read.
  package init(
    _ block: LayeredBlock, cuts: LayeredCuts = .detector, upTo highest: Energy,
    from folder: DataFolder
  ) throws(ShowerError) {
    try Self.check(block)
    try Self.check(cuts, highest)
    self.block = block
    self.cuts = cuts
    self.highest = highest
    var media: [ShowerTables] = []
    var losses: [Double] = []
    for material in block.media {
      let medium = try ShowerMedium(material)
      do throws(TableError) {
        let trial = try ShowerProcesses(
          medium, thresholds: ProductionThresholds(photon: 1e-4, electron: 1e-4), from: folder)
        let (thresholds, cutoffs) = cuts.resolve(medium, trial)
        let processes = try ShowerProcesses(medium, thresholds: thresholds, from: folder)
        media.append(
          ShowerTables(
            processes, cutoffs: cutoffs, highest: highest.gev,
            photonsFrom: min(LayeredCuts.lowestPhoton, cutoffs.photon)))
      } catch {
        throw ShowerError(unreadable: error)
      }
      let cutoff = LayeredCuts.lowestElectron
      losses.append(cutoff / CollisionLoss.range(cutoff, in: medium))
    }
    self.media = media
    lossAtRest = losses
  }

  private static func check(_ block: LayeredBlock) throws(ShowerError) {
    guard !block.media.isEmpty else {
      throw ShowerError(
        "no layers", because: "there is nothing to shower in", try: "add at least one layer",
        about: .block)
    }
    for (index, layer) in block.layers.enumerated() {
      guard layer.thickness > 0, layer.thickness.isFinite, layer.halfWidth > 0,
        layer.halfWidth.isFinite
      else {
        throw ShowerError(
          "invalid layer \(index + 1) of \(layer.thickness) mm",
          because: "its thickness and its width must be above 0",
          try: "leave it out or make it thicker", about: .block)
      }
    }
    for section in block.sections {
      let cells = section.cells
      guard cells.columns > 0, cells.rows > 0, cells.side > 0, (section.birks ?? 0) >= 0 else {
        throw ShowerError(
          "invalid section '\(section.name)'",
          because: "it needs cells of a positive side and no negative saturation",
          try: "give columns, rows and the side of a cell", about: .block)
      }
    }
  }

  private static func check(_ cuts: LayeredCuts, _ highest: Energy) throws(ShowerError) {
    let lowest: Energy
    switch cuts {
    case .range(let path):
      guard path.mm > 0 else {
        throw ShowerError(
          "invalid cut \(path)", because: "it must be above 0", try: "choose 0.7 mm")
      }
      lowest = .gev(LayeredCuts.lowestElectron)
    case .hard(let energy), .onlyAbove(let energy):
      guard energy >= ShowerSetup.lowestCut else {
        throw ShowerError(
          "invalid cut \(energy)",
          because: "below \(ShowerSetup.lowestCut) the structure of atoms matters",
          try: "choose 100 keV or more", about: .cut(energy))
      }
      lowest = energy
    }
    guard highest > lowest, highest <= ShowerSetup.highestEnergy else {
      throw ShowerError(
        "invalid beam energy \(highest)",
        because: "it must be above the cut of \(lowest) and at most 10 TeV",
        try: "give the kinetic energy of the beam particle", about: .energy)
    }
  }
}
