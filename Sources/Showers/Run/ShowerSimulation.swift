// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Matter

/// Simulates showers in blocks of events, with the same result for any number of threads.
package struct ShowerSimulation: Sendable {
  /// The tables of the material.
  package let tables: ShowerTables
  /// What the beam meets.
  package let block: ShowerBlock
  /// What enters.
  package let beam: ShowerParticle
  /// How finely is scored.
  package let scale: TallyScale
  /// Events in a block of work.
  package let eventsPerBlock: Int

  /// Makes a simulation.
  package init(
    _ tables: ShowerTables, block: ShowerBlock, beam: ShowerParticle, scale: TallyScale,
    eventsPerBlock: Int = 16
  ) {
    self.tables = tables
    self.block = block
    self.beam = beam
    self.scale = scale
    self.eventsPerBlock = eventsPerBlock
  }

  /// An empty tally.
  package var emptyTally: ShowerTally {
    let bound = beam.species == .positron ? 2 * Electron.mass : 0
    return ShowerTally(scale, block: block, beamEnergy: beam.energy + bound)
  }

  /// Simulates a range of events on the caller's thread.
  package func run<Watcher: Emitter>(
    events: Range<Int>, seed: UInt64, watcher: Watcher
  ) -> (tally: ShowerTally, watcher: Watcher) {
    var transport = ShowerTransport(tables, block: block, tally: emptyTally, watcher: watcher)
    for event in events { transport.run(beam, seed: seed, event: event) }
    return (transport.scores.result, transport.watcher)
  }

  /// Simulates a range of events that nobody watches.
  package func run(events: Range<Int>, seed: UInt64) -> ShowerTally {
    run(events: events, seed: seed, watcher: NoEmitter()).tally
  }
}
