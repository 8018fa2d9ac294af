// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

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
