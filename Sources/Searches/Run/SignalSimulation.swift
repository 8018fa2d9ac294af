// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Matter
import Numerics
import Showers
import Storage

/// Simulates the signal of a search in blocks of beam particles, the mass of X left open.
///
/// Beam particles come in bunches that share momentum and place. In the first pass only particles above
/// a high energy are followed; one of them may emit X. What is left of such a shower then meets the
/// response of the detector particle by particle, and the sum is measured.
///
/// A block depends on its number alone, so that any machine may make any of them.
package struct SignalSimulation: Sendable {
  /// Beam particles of one momentum and place.
  package static let bunch = 64
  /// Bunches of a block.
  private static let bunches = 32
  /// Beam particles of a block.
  package static let blockSize = bunch * bunches

  private let search: Search
  private let seed: UInt64
  private let channel: String
  private let tables: LayeredTables
  private let plan: MissingEnergyEmitter.Plan
  private let bare: MissingEnergyEmitter.Plan
  private let particles: any ParticleResponse
  private let detector: DetectorResponse

  /// Joins what makes events.
  ///
  /// - Parameters:
  ///   - search: the search.
  ///   - seed: the seed of all random numbers.
  ///   - channel: names the random numbers, so that channels share none.
  ///   - tables: the stack with cuts at a high energy.
  ///   - plan: how X is emitted.
  ///   - particles: what the rest of a shower leaves.
  ///   - detector: what is measured of it.
  package init(
    _ search: Search, seed: UInt64, channel: String, tables: LayeredTables,
    plan: MissingEnergyEmitter.Plan, particles: any ParticleResponse, detector: DetectorResponse
  ) {
    self.search = search
    self.seed = seed
    self.channel = channel
    self.tables = tables
    self.plan = plan
    bare = plan.forgettingRemnants
    self.particles = particles
    self.detector = detector
  }

  /// Makes a block.
  ///
  /// - Parameters:
  ///   - number: its number.
  ///   - isMeasured: whether the detector measures its events.
  /// - Returns: the block; the same emissions, measured or not.
  package func block(_ number: Int, isMeasured: Bool) -> SignalBlock {
    var detector = detector
    var events: [SignalEvent] = []
    for index in 0..<Self.bunches {
      let bunch = number * Self.bunches + index
      var stream = RandomStream(seed: seed, name: "beam of \(channel)", event: bunch)
      let beam = search.beam.draw(about: search.stack.axis.x, search.stack.axis.y, using: &stream)
      var records: [LayeredRecord] = []
      let run = LayeredSimulation(tables, beam: beam).run(
        events: Self.bunch, seed: stream.next(),
        watcher: MissingEnergyEmitter(isMeasured ? plan : bare),
        records: isMeasured ? { records.append($0) } : nil)
      for remains in run.watcher.remains {
        let event = bunch * Self.bunch + remains.emission.event
        guard isMeasured else {
          events.append(SignalEvent(remains.emission.numbered(event), values: []))
          continue
        }
        var random = RandomStream(seed: seed, name: "remains of \(channel)", event: event)
        var record = records[remains.emission.event]
        for particle in remains.particles {
          particles.add(particle, to: &record, seed: random.next())
        }
        detector.read(record, seed: random.next(), event: event)
        let momentum = (beam.energy * (beam.energy + 2 * Electron.mass)).squareRoot()
        for tracker in search.trackers {
          detector.values[tracker.index] = momentum * (1 + tracker.resolution * random.normal())
        }
        events.append(
          SignalEvent(remains.emission.numbered(event), values: detector.values))
      }
    }
    return SignalBlock(showers: Self.blockSize, events: events, areMeasured: isMeasured)
  }
}
