// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Execution
import Matter
import Numerics
import Production
import Showers
import Storage

/// Runs a search: makes the blocks of its signal that are not kept yet, and adds them up.
///
/// Blocks are kept in the cache under all that they depend on: beam, detector with its materials, the
/// tables of physics, model, the signal box, the range of masses, the seed and their number. Other cuts,
/// exposure, backgrounds and statistics are none of that, so that changing them simulates nothing
/// again; nor are the masses between the ends.
package struct SearchRun: Sendable {
  /// What a run needs besides the search.
  package struct Means: Sendable {
    /// Where tables of physics are.
    package let data: DataFolder
    /// Where blocks are kept.
    package let cache: Cache
    /// The seed of all random numbers.
    package let seed: UInt64
    /// How many blocks are made at a time.
    package let threads: Int

    /// Joins them.
    package init(data: DataFolder, cache: Cache, seed: UInt64, threads: Int) {
      self.data = data
      self.cache = cache
      self.seed = seed
      self.threads = threads
    }
  }

  /// A part of the work.
  package enum Phase: String, CaseIterable, Sendable {
    /// Blocks that were made before.
    case reading = "reading kept blocks"
    /// Tables of matter.
    case tables = "tables of matter"
    /// Electrons that calibrate.
    case calibration = "calibrating with electrons"
    /// The library of responses.
    case library = "building the library of responses"
    /// Samplers of emissions.
    case samplers = "preparing emissions"
    /// Showers.
    case showers = "simulating showers"
    /// Weights and cuts.
    case analysis = "weighing masses"
    /// Limits.
    case limits = "setting limits"
  }

  /// Told how far a phase is: done and total.
  package typealias Advance = (Phase, Int, Int) -> Void

  /// The search.
  package let search: Search
  private let means: Means
  private let key: CacheKey
  private let channels: [Channel]

  /// A way to make X, with showers of its own.
  fileprivate enum Channel: String, Sendable {
    case bremsstrahlung
    case annihilation
  }

  /// Prepares a run.
  ///
  /// - Throws: where a table of physics cannot be read.
  package init(_ search: Search, with means: Means) throws(ShowerError) {
    self.search = search
    self.means = means
    key = search.simulationKey(tables: try ShowerInputs.digest(in: means.data))
    var channels: [Channel] = []
    if search.production.bremsstrahlung != nil { channels.append(.bremsstrahlung) }
    if search.production.annihilates { channels.append(.annihilation) }
    self.channels = channels
  }

  /// The signal of the search: one list of blocks a channel.
  package struct Sample: Sendable {
    /// The blocks of each channel.
    package fileprivate(set) var channels: [[SignalBlock]] = []
    /// How many blocks were made anew.
    package fileprivate(set) var made = 0
    /// What the cache has to say.
    package fileprivate(set) var notes: [String] = []
    /// Seconds that each phase took.
    package fileprivate(set) var seconds: [(phase: Phase, seconds: Double)] = []
    /// Whether the work was interrupted before the last block.
    package fileprivate(set) var isPartial = false

    /// Takes notes, each once.
    fileprivate mutating func add(_ more: [String]) {
      for note in more where !notes.contains(note) { notes.append(note) }
    }
  }

  /// Finds or makes all blocks.
  ///
  /// - Parameters:
  ///   - cancellation: ends the work after the blocks in hand, which are kept.
  ///   - advance: told how far it is.
  /// - Returns: the blocks.
  /// - Throws: what cannot be simulated.
  package func sample(
    cancellation: Cancellation = Cancellation(), advance: @escaping Advance = { _, _, _ in }
  ) throws -> Sample {
    var sample = Sample()
    var clock = MonotonicClock.seconds()
    func note(_ phase: Phase) {
      let now = MonotonicClock.seconds()
      sample.seconds.append((phase, now - clock))
      clock = now
    }
    var found: [[SignalBlock?]] = []
    for channel in channels {
      let isOpen = try isOpen(channel)
      found.append((0..<search.blocks).map { isOpen ? kept(block: $0, of: channel) : .empty })
    }
    note(.reading)
    if found.contains(where: { $0.contains { $0 == nil } }) {
      guard
        let stage = try Stage(
          search, means, key: key, cancellation: cancellation, advance: advance, note: note)
      else {
        sample.isPartial = true
        return sample
      }
      sample.add(stage.notes)
      for (index, channel) in channels.enumerated() {
        guard found[index].contains(where: { $0 == nil }) else { continue }
        let missing = found[index].indices.filter { found[index][$0] == nil }
        let simulation = try stage.simulation(of: channel, advance: advance)
        note(.samplers)
        var done = 0
        let measured = search.measuredBlocks
        let outcome = BlockRunner(threads: means.threads).run(
          0..<missing.count, cancellation: cancellation
        ) { place in
          keep(
            simulation.block(missing[place], isMeasured: missing[place] < measured),
            missing[place], of: channel)
        } merge: { place, kept in
          found[index][missing[place]] = kept.block
          // A cache that keeps one block badly keeps the others as badly.
          if done == 0 { sample.add(kept.notes) }
          done += 1
          advance(
            .showers, done * SignalSimulation.blockSize, missing.count * SignalSimulation.blockSize)
          return .more
        }
        sample.made += done
        if outcome.ending == .cancelled { sample.isPartial = true }
        note(.showers)
        if sample.isPartial { break }
      }
    }
    sample.channels = found.map { $0.compactMap { $0 } }
    return sample
  }

  /// Weighs a sample for the masses of the search.
  ///
  /// Resonances are narrower than any lattice: what annihilates is weighed for each mass.
  ///
  /// - Parameter sample: the blocks.
  /// - Returns: the signal of each channel.
  /// - Throws: where a mass is none.
  package func signals(of sample: Sample) throws(ProductionError) -> [ChannelSignal] {
    var atoms: [TargetAtom] = []
    _ = search.media(listing: &atoms)
    let structure = search.production.structure
    var signals: [ChannelSignal] = []
    for (channel, blocks) in zip(channels, sample.channels) {
      let lattice: MassLattice
      let kernel: SignalKernel
      switch channel {
      case .bremsstrahlung:
        lattice = MassLattice(for: search.masses)
        kernel = try SignalKernel(
          structure, masses: lattice.nodes, atoms: atoms,
          method: search.production.bremsstrahlung ?? .exact,
          energies: search.leastEnergy * 1.02...search.beam.highest)
      case .annihilation:
        lattice = MassLattice(each: search.masses)
        kernel = try SignalKernel(structure, masses: lattice.nodes, atoms: [])
      }
      let analysis = SignalAnalysis(
        kernel, cuts: search.cuts, missingEnergy: search.missingEnergy)
      signals.append(
        ChannelSignal(analysis.tally(blocks, threads: means.threads), at: lattice))
    }
    return signals
  }

  /// Whether X of the lightest mass can be made at all.
  private func isOpen(_ channel: Channel) throws(ProductionError) -> Bool {
    guard channel == .bremsstrahlung else { return true }
    var atoms: [TargetAtom] = []
    _ = search.media(listing: &atoms)
    guard let heaviest = atoms.max(by: { $0.z < $1.z }) else { return false }
    let process = try SignalKernel.process(
      search.production.structure, mass: search.span.lowerBound, on: heaviest, shares: 0...1)
    return process.threshold < search.beam.highest
  }

  private func key(of block: Int, _ channel: Channel) -> CacheKey {
    var key = key.adding("channel", .text(channel.rawValue))
      .adding("seed", .text("\(means.seed)")).adding("size", .integer(SignalSimulation.blockSize))
      .adding("block", .integer(block))
      .adding("measured", .integer(block < search.measuredBlocks ? 1 : 0))
    if channel == .bremsstrahlung {
      let plan = search.mixturePlan
      for mass in plan.masses { key = key.adding("mass", .number(mass)) }
      for energy in plan.energies { key = key.adding("energy", .number(energy)) }
    }
    return key
  }

  private func kept(block: Int, of channel: Channel) -> SignalBlock? {
    struct Missing: Error {}
    let kept = try? means.cache.value(for: key(of: block, channel), keepWaiting: { _ in false }) {
      () throws(Missing) in throw Missing()
    }
    return kept.flatMap { SignalBlock(bytes: $0.bytes) }
  }

  private func keep(
    _ block: SignalBlock, _ number: Int, of channel: Channel
  ) -> (block: SignalBlock, notes: [String]) {
    (block, means.cache.value(for: key(of: number, channel)) { block.bytes }.notes)
  }
}

/// What has to stand before a block can be made.
private struct Stage {
  let search: Search
  let means: SearchRun.Means
  let high: LayeredTables
  let full: LayeredTables
  let calibration: ElectronCalibration
  let particles: any ParticleResponse
  /// What the cache has to say.
  private(set) var notes: [String] = []

  /// Prepares; nil after an interruption.
  init?(
    _ search: Search, _ means: SearchRun.Means, key: CacheKey, cancellation: Cancellation,
    advance: SearchRun.Advance, note: (SearchRun.Phase) -> Void
  ) throws {
    self.search = search
    self.means = means
    advance(.tables, 0, 1)
    high = try LayeredTables(
      search.stack.block, cuts: .onlyAbove(.gev(Search.followed)), upTo: .gev(search.beam.highest),
      from: means.data)
    full = try LayeredTables(
      search.stack.block, upTo: .gev(search.beam.highest), from: means.data)
    note(.tables)
    advance(.calibration, 0, 1)
    calibration = Self.calibration(search, means, key, full, noting: &notes)
    note(.calibration)
    let showers = FullShowers(full)
    guard !search.isFull, let target = search.stack.target else {
      particles = showers
      return
    }
    // Energies of the library are kept one by one, and are as badly kept as the first.
    var noted: [String] = []
    let library = try ResponseLibrary.build(
      target.block(named: "target").block,
      effort: search.effort, from: means.data, cache: means.cache,
      runner: BlockRunner(threads: means.threads), cancellation: cancellation,
      progress: { advance(.library, Int(1000 * $0.share), 1000) }, note: { noted.append($0) })
    notes += noted.prefix(1)
    guard let library else { return nil }
    let leakage = LeakageShares(
      behind: search.stack, full, scale: calibration.scales.first?.value ?? 1,
      threads: means.threads)
    particles = LibraryShowers(library, showers, leakage: leakage)
    note(.library)
  }

  private static func calibration(
    _ search: Search, _ means: SearchRun.Means, _ key: CacheKey, _ tables: LayeredTables,
    noting notes: inout [String]
  ) -> ElectronCalibration {
    let names = search.calorimeters
    let key = key.adding("calibration", .integer(2))
    func simulated() -> ElectronCalibration {
      ElectronCalibration(
        of: search.stack, tables, beam: search.beam, threads: means.threads, seed: 1)
    }
    let kept = means.cache.value(for: key) { simulated().bytes }
    notes += kept.notes
    return ElectronCalibration(names: names, bytes: kept.bytes) ?? simulated()
  }

  /// The simulation of a channel.
  func simulation(
    of process: SearchRun.Channel, advance: SearchRun.Advance
  ) throws -> SignalSimulation {
    var atoms: [TargetAtom] = []
    let media = search.media(listing: &atoms)
    let channel: MissingEnergyEmitter.Channel
    switch process {
    case .annihilation: channel = .annihilation
    case .bremsstrahlung:
      let plan = search.mixturePlan
      let structure = search.production.structure
      let heaviest = atoms.max { $0.z < $1.z } ?? atoms[0]
      advance(.samplers, 0, plan.energies.count)
      channel = .bremsstrahlung(
        try RecoilMixture(
          plan, threads: means.threads, advance: { advance(.samplers, $0, plan.energies.count) }
        ) { mass, shares throws(ProductionError) in
          try SignalKernel.process(structure, mass: mass, on: heaviest, shares: shares)
        })
    }
    return SignalSimulation(
      search, seed: means.seed, channel: process.rawValue, tables: high,
      plan: MissingEnergyEmitter.Plan(
        channel, above: search.leastEnergy, in: media, beamEnergy: search.beam.energy),
      particles: particles,
      detector: .init(
        of: search.stack, layout: search.layout, scales: calibration.byName,
        templates: calibration.templates))
  }
}
