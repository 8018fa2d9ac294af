// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Execution
import Kinematics
import Quantities
import Showers

/// What showers left, and what it cost.
struct ShowerReport: Sendable {
  /// What was asked.
  let request: ShowerRequest
  /// What was scored.
  let tally: ShowerTally
  /// Processor time of all showers, in seconds.
  let processorSeconds: Double

  /// Whether the work was interrupted before the last shower.
  var isPartial: Bool { tally.events < request.events }

  /// Simulates the showers on several threads; the same numbers for any number of them.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - simulation: The tables, made before the clock starts.
  ///   - threads: How many blocks of showers to work on at a time.
  ///   - file: Takes each shower by itself.
  ///   - progress: The line on the terminal.
  /// - Throws: Why a shower cannot be written.
  init(
    _ request: ShowerRequest, simulation: ShowerSimulation, threads: Int,
    into file: ShowerDepositWriter?, progress: Progress
  ) throws(EventFileError) {
    var progress = progress
    var failure: EventFileError?
    let began = ProcessorClock.seconds()
    let run = Interruption.heeded { cancellation in
      let write = file.map { file in
        { (record: ShowerRecord) in
          guard failure == nil else { return }
          do throws(EventFileError) {
            try file.write(record)
          } catch {
            failure = error
            cancellation.cancel()
          }
        }
      }
      return simulation.run(
        events: request.events, seed: UInt64(request.seed), runner: BlockRunner(threads: threads),
        cancellation: cancellation, progress: { progress.update(done: $0) }, records: write)
    }
    processorSeconds = ProcessorClock.seconds() - began
    progress.finish()
    if let failure { throw failure }
    self.request = request
    tally = run.tally
  }

  /// A number of each shower: mean, spread and error of the mean.
  struct Spread: Hashable, Sendable {
    let mean: Double
    let rms: Double
    let error: Double
  }

  /// Energy in GeV that stays or leaves.
  func energy(_ total: ShowerTally.Total) -> Spread {
    let index = total.rawValue
    return Spread(
      mean: tally.totals.mean(index), rms: tally.totals.rms(index), error: tally.totals.error(index)
    )
  }

  /// The faces, with their names.
  static let faces: [(name: String, total: ShowerTally.Total)] = [
    ("front", .front), ("back", .back), ("side", .side),
  ]

  /// The share of the beam energy that leaves through a face.
  func leakedShare(_ total: ShowerTally.Total) -> Double {
    energy(total).mean / request.energy.gev
  }

  /// A slab of the profile: its edges in X0 and its deposit in GeV.
  struct Slab: Hashable, Sendable {
    let low: Double
    let high: Double
    let deposit: Spread
    /// The depth of its middle in X0.
    var middle: Double { 0.5 * (low + high) }
  }

  /// The profile along the beam; empty without showers.
  var longitudinal: [Slab] {
    guard tally.events > 0 else { return [] }
    let edges = request.slabEdges
    return (0..<tally.slabs.count).map { index in
      Slab(
        low: edges[index], high: edges[index + 1],
        deposit: Spread(
          mean: tally.slabs.mean(index), rms: tally.slabs.rms(index),
          error: tally.slabs.error(index)))
    }
  }

  /// The depth of the maximum in X0; nil where the profile has none inside.
  var maximum: Double? {
    tally.maximum(inDepth: request.depth.mm).map { $0 / request.radiationLength.mm }
  }

  /// The radii in mm at which the profile across the beam is told.
  private static let radii: [Double] =
    [0.1, 1, 10, 100].flatMap { decade in
      [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9].map { $0 * decade }
    } + [1000]

  /// The share of the deposit within radii in mm; empty without showers.
  var radial: [(radius: Double, share: Double)] {
    guard tally.events > 0 else { return [] }
    let profile = tally.radialProfile
    return Self.radii.map { ($0, profile.fraction(within: $0)) }
  }

  /// The radii in mm that hold a share of the deposit.
  var containment: [(share: Double, radius: Double?)] {
    let profile = tally.radialProfile
    return [0.5, 0.9, 0.95].map { ($0, profile.radius(of: $0)) }
  }

  /// Track lengths above an energy in X0.
  struct PathLength: Hashable, Sendable {
    let above: Double
    let electron: Spread
    let positron: Spread
    let photon: Spread

    /// By species, in their order.
    var all: [Spread] { [electron, positron, photon] }
  }

  /// Track lengths above a few energies in GeV, the lowest that is scored among them.
  var pathLengths: [PathLength] {
    guard tally.events > 0 else { return [] }
    let edges = tally.scale.tracks.edges
    let lowest = edges[0]
    let marks = [0.01, 1, 10, 50].filter { $0 > lowest * (1 + 1e-9) && $0 < request.energy.gev }
    return ([lowest] + marks).map { mark in
      let lengths = ShowerSpecies.allCases.map { species -> Spread in
        let length = tally.trackLength(of: species).fold(above: mark) { _ in 1 }
        return Spread(mean: length.value, rms: .nan, error: length.error)
      }
      return PathLength(
        above: mark, electron: lengths[0], positron: lengths[1], photon: lengths[2])
    }
  }

  /// Processor time of a shower in seconds; nil without showers.
  var processorSecondsPerEvent: Double? {
    tally.events > 0 ? processorSeconds / Double(tally.events) : nil
  }

  /// From which share of the beam energy on a leak is warned of.
  private static let tolerableLeak = 0.01

  /// What holds for all of it, each in one sentence.
  var remarks: [String] {
    var remarks: [String] = []
    let leaks: [(ShowerTally.Total, String, String)] = [
      (.back, "through the back (\(request.depthText) do not hold the shower)", "--depth"),
      (.side, "through the sides (a width of \(request.width) does not hold it)", "--width"),
    ]
    for (face, place, option) in leaks where leakedShare(face) > Self.tolerableLeak {
      let share = (100 * leakedShare(face)).formatted(significant: 3)
      remarks.append(
        "warning: \(share)% of the beam energy leaves \(place) choose a greater \(option)")
    }
    if let lowest = request.lowest {
      remarks.append(
        "above: what falls below \(lowest) is deposited where it does, so that the profile is not "
          + "that of whole showers; track lengths are")
    }
    if tally.events == 1 {
      remarks.append("a single shower has neither spread nor error")
    }
    return remarks
  }
}

extension ShowerDepositWriter {
  /// Adds a shower.
  fileprivate func write(_ record: ShowerRecord) throws(EventFileError) {
    try write(
      slabs: record.slabs, deposit: record[.deposit],
      leakage: (record[.front], record[.back], record[.side]))
  }
}
