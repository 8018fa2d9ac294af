// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Matter

/// Simulates showers in a layered block, with the same result for any number of threads.
///
///     let tables = try LayeredTables(block, upTo: .gev(100), from: folder)
///     let simulation = LayeredSimulation(tables, beam: ShowerParticle(.electron, energy: 100))
///     let run = simulation.run(events: 200, seed: 1)
///     run.tally.allSections.mean            // GeV visible
package struct LayeredSimulation: Sendable {
  /// The tables of the block.
  package let tables: LayeredTables
  /// What enters; anywhere in the block, in any direction.
  package let beam: ShowerParticle

  /// Prepares showers of a beam particle in a block.
  package init(_ tables: LayeredTables, beam: ShowerParticle) {
    self.tables = tables
    self.beam = beam
  }

  /// What a run of showers gave.
  package struct Run<Watcher: Emitter>: Sendable {
    /// What was scored.
    package var tally: LayeredTally
    /// What the emitters saw, merged in the order of events.
    package var watcher: Watcher
    /// How the run ended.
    package var outcome: BlockOutcome
  }

  /// Simulates showers that nobody watches.
  package func run(
    events: Int, seed: UInt64, runner: BlockRunner = BlockRunner(threads: 1),
    cancellation: Cancellation = Cancellation(), progress: (Int) -> Void = { _ in },
    records: ((LayeredRecord) -> Void)? = nil
  ) -> Run<NoEmitter> {
    run(
      events: events, seed: seed, watcher: NoEmitter(), runner: runner,
      cancellation: cancellation, progress: progress, records: records)
  }

  /// Simulates showers under the eyes of an emitter.
  ///
  /// - Parameters:
  ///   - events: how many.
  ///   - seed: the seed; shower i is the same for any number of showers.
  ///   - watcher: a fresh emitter, of which every block gets a copy.
  ///   - runner: the threads.
  ///   - cancellation: ends the run early; what is complete is kept.
  ///   - progress: called with the number of showers done.
  ///   - records: takes what each shower left, in the order of events.
  /// - Returns: what was scored and seen, and how the run ended.
  package func run<Watcher: Emitter>(
    events: Int, seed: UInt64, watcher: Watcher, runner: BlockRunner = BlockRunner(threads: 1),
    cancellation: Cancellation = Cancellation(), progress: (Int) -> Void = { _ in },
    records: ((LayeredRecord) -> Void)? = nil
  ) -> Run<Watcher> {
    let isRecording = records != nil
    var run = Run(
      tally: LayeredTally(tables.block), watcher: watcher,
      outcome: BlockOutcome(ending: .completed, merged: 0..<0))
    let perBlock = eventsPerBlock
    let blocks = (max(events, 0) + perBlock - 1) / perBlock
    run.outcome = runner.run(
      0..<blocks, cancellation: cancellation,
      compute: { block in
        simulate(
          block * perBlock..<min((block + 1) * perBlock, events), seed, watcher, isRecording)
      },
      merge: { _, part in
        run.tally.merge(part.tally)
        run.watcher.merge(part.watcher)
        if let records { part.records.forEach(records) }
        progress(run.tally.events)
        return .more
      })
    return run
  }

  /// How many events make a block of work: about a tenth of a second.
  private var eventsPerBlock: Int {
    switch tables.cuts {
    case .range: return min(max(Int(200 / beam.energy), 1), 1024)
    case .hard(let cut), .onlyAbove(let cut):
      return min(max(Int(800 * cut.gev / (1e-3 * beam.energy)), 1), 1024)
    }
  }

  /// Simulates a range of events, one after the other.
  private func simulate<Watcher: Emitter>(
    _ events: Range<Int>, _ seed: UInt64, _ watcher: Watcher, _ isRecording: Bool
  ) -> (tally: LayeredTally, watcher: Watcher, records: [LayeredRecord]) {
    var transport = ShowerTransport(
      tables.media, scores: LayeredScorer(tables), watcher: watcher)
    transport.scores.isRecording = isRecording
    transport.scores.expect(
      beam.energy + (beam.species == .positron ? 2 * Electron.mass : 0))
    for event in events { transport.run(beam, seed: seed, event: event) }
    return (transport.scores.tally, transport.watcher, transport.scores.takeRecords())
  }
}
