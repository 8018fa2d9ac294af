// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Showers

/// What single electrons, positrons and photons leave in the stack of a search, wherever they begin.
package protocol ParticleResponse: Sendable {
  /// Adds what a particle leaves.
  ///
  /// - Parameters:
  ///   - particle: the particle; kinetic energy in GeV.
  ///   - record: what others have left.
  ///   - seed: names the random numbers of this particle; no other particle has it.
  func add(_ particle: ShowerParticle, to record: inout LayeredRecord, seed: UInt64)
}

/// Full showers: each particle is followed down to the cuts of the detector.
package struct FullShowers: ParticleResponse {
  /// The tables of the stack.
  package let tables: LayeredTables

  /// Takes the tables of a stack with the cuts of a detector.
  package init(_ tables: LayeredTables) { self.tables = tables }

  package func add(_ particle: ShowerParticle, to record: inout LayeredRecord, seed: UInt64) {
    var sum = record
    _ = LayeredSimulation(tables, beam: particle).run(
      events: 1, seed: seed, records: { sum += $0 })
    record = sum
  }
}

/// Showers drawn from a library where it reaches, full ones elsewhere.
///
/// The calorimeter of the library stands first in the stack, so that its layers, sections and cells have
/// the same places in the records of both. What leaves it at the back shows behind it as
/// ``LeakageShares`` say.
package struct LibraryShowers: ParticleResponse {
  private let library: ResponseLibrary
  private let full: FullShowers
  private let leakage: LeakageShares
  /// The cells of each section, and where they begin in the row of all cells.
  private let grids: [(cells: CellGrid, offset: Int)]

  /// Joins a library, full showers for what it does not reach, and the shares of leakage.
  package init(_ library: ResponseLibrary, _ full: FullShowers, leakage: LeakageShares) {
    self.library = library
    self.full = full
    self.leakage = leakage
    let block = full.tables.block
    grids = zip(block.sections, block.cellOffsets).map { ($0.cells, $1) }
  }

  package func add(_ particle: ShowerParticle, to record: inout LayeredRecord, seed: UInt64) {
    var random = RandomStream(seed: seed, name: "library")
    let before = record.back
    guard library.draw(particle, into: &record, using: &random) else {
      full.add(particle, to: &record, seed: seed)
      return
    }
    let leaving = record.back - before
    guard leaving > 0 else { return }
    record.back = before
    for (section, share) in leakage.shares.enumerated() where share > 0 {
      record.sections[section] += share * leaving
      let (cells, offset) = grids[section]
      guard let cell = cells.cell(x: particle.position.x, y: particle.position.y) else { continue }
      record.cells[offset + cell] += share * leaving
    }
  }
}
