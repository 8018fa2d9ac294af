// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Glibc
import Matter
import Numerics
import Quantities
import Storage

extension ResponseLibrary {
  /// How many showers are stored.
  package struct Effort: Hashable, Sendable {
    /// Showers at each energy up to 1.2 GeV.
    package let showers: Int
    /// The highest energy.
    package let highest: Energy

    /// Makes an effort; at energies above 1.2 GeV fewer are stored, in proportion to 1 / energy.
    package init(showers: Int = 3072, highest: Energy = .gev(150)) {
      self.showers = showers
      self.highest = highest
    }
  }

  /// How far the building has come.
  package struct Progress: Sendable {
    /// What is done, of 1.
    package let share: Double
    /// What is being simulated; `50 MeV electrons`, say.
    package let stage: String
  }

  /// Finds the showers of a calorimeter in a cache, or simulates and keeps them.
  ///
  /// Each energy is kept by itself, so that an interrupted build goes on where it was.
  /// - Parameters:
  ///   - block: the calorimeter; showers begin in its first run of equal pairs of layers.
  ///   - effort: how many showers are stored.
  ///   - folder: where the tables of physics are.
  ///   - cache: where showers are kept.
  ///   - runner: the threads.
  ///   - cancellation: ends the build early.
  ///   - progress: called after each part.
  ///   - note: takes what the user may want to know about the cache.
  /// - Returns: nil if the build was cancelled.
  /// - Throws: ``ShowerError`` for a block that cannot be simulated.
  package static func build(
    _ block: LayeredBlock, effort: Effort = Effort(), from folder: DataFolder,
    cache: Cache, runner: BlockRunner = BlockRunner(threads: 1),
    cancellation: Cancellation = Cancellation(), progress: (Progress) -> Void = { _ in },
    note: (String) -> Void = { _ in }
  ) throws(ShowerError) -> ResponseLibrary? {
    let run = try PeriodicRun.first(in: block)
    let long = run.extended(in: block)
    let pairs = groupLength(of: long)
    let energies = grid(upTo: effort.highest.gev)
    let inputs = try ShowerInputs.digest(in: folder)
    var tables: LayeredTables?
    var nodes: [[StoredShowers]] = [[], []]
    var done = 0.0
    let whole = 2 * energies.reduce(0) { $0 + $1 * Double(count(at: $1, effort)) }
    for energy in energies {
      for species in [ShowerSpecies.electron, .photon] {
        let showers = count(at: energy, effort)
        let key = key(long, inputs, energy, species, showers, pairs)
        let name = Energy.gev(energy).formatted(significant: 3)
        let stage = "\(name) \(species == .electron ? "electrons" : "photons")"
        progress(Progress(share: done / whole, stage: stage))
        let before = done
        var simulated: StoredShowers?
        let kept: Cache.Kept
        do throws(Stop) {
          kept = try cache.value(for: key) { () throws(Stop) in
            if tables == nil {
              do throws(ShowerError) {
                tables = try LayeredTables(
                  long, upTo: .gev(energies[energies.count - 1] * 1.001), from: folder)
              } catch {
                throw .failed(error)
              }
            }
            guard let tables else { throw .cancelled }
            let part = simulate(
              tables, species, energy, showers, pairs, run, runner, cancellation
            ) { count in
              done = before + energy * Double(count)
              progress(Progress(share: done / whole, stage: stage))
            }
            guard part.entries.count == showers else { throw .cancelled }
            simulated = part
            return part.encoded
          }
        } catch {
          switch error {
          case .cancelled: return nil
          case .failed(let error): throw error
          }
        }
        kept.notes.forEach(note)
        done = before + energy * Double(showers)
        guard let node = simulated ?? StoredShowers(decoding: kept.bytes) else {
          throw ShowerError(
            "unusable showers in the cache", because: "an entry is not what its key says",
            try: "remove the cache")
        }
        nodes[species == .photon ? 1 : 0].append(node)
      }
    }
    progress(Progress(share: 1, stage: "done"))
    return ResponseLibrary(block, run, nodes: nodes, pairsPerGroup: pairs)
  }

  /// Why no showers were made.
  private enum Stop: Error {
    case cancelled
    case failed(ShowerError)
  }

  /// The grid: factors of the root of two from 12.5 MeV, and the highest energy.
  private static func grid(upTo highest: Double) -> [Double] {
    var energies: [Double] = []
    var energy = 0.0125
    while energy < 0.9 * highest {
      energies.append(energy)
      energy *= 2.0.squareRoot()
    }
    return energies + [highest]
  }

  /// How many showers are stored at an energy in GeV: a multiple of the parts of a pair.
  private static func count(at energy: Double, _ effort: Effort) -> Int {
    let parts = StoredShowers.parts
    let count = Double(effort.showers) * min(1, 1.2 / energy)
    return max(Int(count) / parts, 1) * parts
  }

  /// Pairs that share their lateral bins: about a radiation length and a half.
  private static func groupLength(of block: LayeredBlock) -> Int {
    var depth = 0.0
    for layer in block.layers.prefix(2) {
      guard let medium = layer.medium,
        let radiationLength = block.media[medium].radiationLength?.value.mm
      else { continue }
      depth += layer.thickness / radiationLength
    }
    return min(max(Int((1.5 / depth).rounded()), 1), 16)
  }

  /// All that stored showers depend on.
  private static func key(
    _ block: LayeredBlock, _ inputs: String, _ energy: Double, _ species: ShowerSpecies,
    _ showers: Int, _ pairs: Int
  ) -> CacheKey {
    var layers = ""
    for layer in block.layers {
      layers += "\(layer.medium ?? -1) \(layer.thickness) \(layer.section ?? -1);"
    }
    return CacheKey(
      "responses",
      [
        "format": .integer(2), "materials": .text(String(reflecting: block.media)),
        "tables": .text(inputs), "layers": .text(layers),
        "birks": .number(block.sections[0].birks ?? 0),
        "energy": .number(energy), "species": .integer(species.rawValue),
        "showers": .integer(showers), "group": .integer(pairs),
      ])
  }

  /// Simulates the showers of one particle at one energy.
  private static func simulate(
    _ tables: LayeredTables, _ species: ShowerSpecies, _ energy: Double, _ showers: Int,
    _ pairsPerGroup: Int, _ run: PeriodicRun, _ runner: BlockRunner,
    _ cancellation: Cancellation, progress: (Int) -> Void
  ) -> StoredShowers {
    // About a tenth of a second.
    let perBlock = min(max(Int(150 / energy), 1), 512)
    var stored = StoredShowers(energy: energy)
    _ = runner.run(
      0..<(showers + perBlock - 1) / perBlock, cancellation: cancellation,
      compute: { block in
        simulate(
          tables, species, energy, block * perBlock..<min((block + 1) * perBlock, showers),
          pairsPerGroup, run)
      },
      merge: { _, part in
        stored.append(part)
        progress(stored.entries.count)
        return .more
      })
    return stored
  }

  private static func simulate(
    _ tables: LayeredTables, _ species: ShowerSpecies, _ energy: Double, _ events: Range<Int>,
    _ pairsPerGroup: Int, _ run: PeriodicRun
  ) -> StoredShowers {
    let bins = PatternBins(
      pairs: tables.block.layers.count / 2, pairsPerGroup: pairsPerGroup)
    var transport = ShowerTransport(
      tables.media, scores: LayeredScorer(tables, bins: bins), watcher: NoEmitter())
    var stored = StoredShowers(energy: energy)
    for event in events {
      var random = RandomStream(seed: 1, name: "responses", event: event)
      let part = Double(event % StoredShowers.parts) + random.uniform()
      let depth = Double(PeriodicRun.leading) + part / Double(StoredShowers.parts)
      let position = ShowerVector(0, 0, depth * run.period)
      transport.run(
        ShowerParticle(species, energy: energy, position: position),
        seed: UInt64(1e6 * energy) &* 4 &+ UInt64(species.rawValue), event: event)
      stored.keep(bins, depth: depth - run.middle, &random)
    }
    return stored
  }
}
