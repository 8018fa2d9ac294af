// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Matter
import Storage

/// Simulates showers in blocks of events, with the same result for any number of threads.
///
///     let simulation = try ShowerSimulation(setup, from: folder)
///     let run = simulation.run(events: 200, seed: 1)
///     run.tally.slabs.mean(8)                 // GeV in the ninth radiation length
///     run.tally.trackLength(of: .electron)    // dL/dE
package struct ShowerSimulation: Sendable {
  /// What enters what.
  package let setup: ShowerSetup
  /// The tables of the material.
  package let tables: ShowerTables

  /// Makes the tables for a setup; a fifth of a second.
  /// - Throws: ``ShowerError`` when a table of physics cannot be read.
  package init(_ setup: ShowerSetup, from folder: DataFolder) throws(ShowerError) {
    self.setup = setup
    do throws(TableError) {
      let processes = try ShowerProcesses(setup.medium, thresholds: setup.thresholds, from: folder)
      tables = ShowerTables(processes, cutoffs: setup.cutoffs, highest: setup.beam.energy)
    } catch {
      throw ShowerError(unreadable: error)
    }
  }

  /// What a run of showers gave.
  package struct Run<Watcher: Emitter>: Sendable {
    /// What was scored.
    package var tally: ShowerTally
    /// What the emitters saw, merged in the order of events.
    package var watcher: Watcher
    /// How the run ended.
    package var outcome: BlockOutcome
  }

  /// Simulates showers that nobody watches.
  package func run(
    events: Int, seed: UInt64, runner: BlockRunner = BlockRunner(threads: 1),
    cancellation: Cancellation = Cancellation(), progress: (Int) -> Void = { _ in },
    records: ((ShowerRecord) -> Void)? = nil
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
    records: ((ShowerRecord) -> Void)? = nil
  ) -> Run<Watcher> {
    let isRecording = records != nil
    var run = Run(
      tally: emptyTally, watcher: watcher,
      outcome: BlockOutcome(ending: .completed, merged: 0..<0))
    let perBlock = setup.eventsPerBlock
    let blocks = (max(events, 0) + perBlock - 1) / perBlock
    run.outcome = runner.run(
      0..<blocks, cancellation: cancellation,
      compute: { block in
        simulate(
          block * perBlock..<min((block + 1) * perBlock, events), seed, watcher,
          isRecording)
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

  /// An empty tally.
  private var emptyTally: ShowerTally {
    let bound = setup.beam.species == .positron ? 2 * Electron.mass : 0
    return ShowerTally(setup.scale, block: setup.block, beamEnergy: setup.beam.energy + bound)
  }

  /// Simulates a range of events, one after the other.
  private func simulate<Watcher: Emitter>(
    _ events: Range<Int>, _ seed: UInt64, _ watcher: Watcher, _ isRecording: Bool
  ) -> (tally: ShowerTally, watcher: Watcher, records: [ShowerRecord]) {
    var transport = ShowerTransport(
      [tables], scores: ShowerScorer(emptyTally, block: setup.block), watcher: watcher)
    transport.scores.isRecording = isRecording
    for event in events { transport.run(setup.beam, seed: seed, event: event) }
    return (transport.scores.result, transport.watcher, transport.scores.records)
  }
}
