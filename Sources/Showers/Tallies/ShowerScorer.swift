// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics

/// Scores the event that is being followed, in memory of its own; closed events go to a tally.
struct ShowerScorer: ~Copyable {
  /// The block.
  let block: ShowerBlock
  private(set) var tally: ShowerTally
  private let tracks: UnsafeMutableBufferPointer<TrackLengthScorer>
  private let slabs: UnsafeMutableBufferPointer<Double>
  private let rings: UnsafeMutableBufferPointer<Double>
  private let totals: UnsafeMutableBufferPointer<Double>
  private let lastSlab: Int
  private let lastRing: Int
  private let inverseSlab: Double
  private let ringGrid = RadialProfile.grid
  private let lowestTrack: Double
  private var leakedRestMass = 0.0
  /// Whether each event is kept by itself.
  var isRecording = false
  /// The events that were kept.
  private(set) var records: [ShowerRecord] = []

  /// Scores as finely as an empty tally wants it.
  init(_ tally: ShowerTally, block: ShowerBlock) {
    self.tally = tally
    self.block = block
    let scale = tally.scale
    func room(_ count: Int) -> UnsafeMutableBufferPointer<Double> {
      let buffer = UnsafeMutableBufferPointer<Double>.allocate(capacity: count)
      buffer.initialize(repeating: 0)
      return buffer
    }
    slabs = room(tally.slabs.count)
    rings = room(tally.ringCount)
    totals = room(tally.totals.count)
    lastSlab = tally.slabs.count - 1
    lastRing = tally.ringCount - 1
    inverseSlab = 1 / scale.slabWidth
    lowestTrack = scale.tracks.edges[0]
    tracks = .allocate(capacity: ShowerSpecies.allCases.count)
    tracks.initialize(repeating: TrackLengthScorer(scale.tracks, unit: .radiationLengths))
  }

  deinit {
    slabs.deallocate()
    rings.deallocate()
    totals.deallocate()
    tracks.deinitialize()
    tracks.deallocate()
  }

  /// Scores the energy lost along a chord: in slabs evenly, in rings at one point of it.
  @inline(__always)
  mutating func deposit(
    _ energy: Double, from start: ShowerVector, to end: ShowerVector, at share: Double
  ) {
    ring(start + share * (end - start), energy)
    let first = slab(start.z)
    let second = slab(end.z)
    if first == second {
      (slabs.baseAddress.unsafelyUnwrapped + first).pointee += energy
    } else {
      spread(energy, from: start.z * inverseSlab, to: end.z * inverseSlab)
    }
  }

  /// Scores energy laid down at a point.
  @inline(__always)
  mutating func deposit(_ energy: Double, at p: ShowerVector) {
    ring(p, energy)
    (slabs.baseAddress.unsafelyUnwrapped + slab(p.z)).pointee += energy
  }

  @inline(__always)
  private mutating func slab(_ z: Double) -> Int {
    min(max(quickFloor(max(z, 0) * inverseSlab), 0), lastSlab)
  }

  @inline(__always)
  private mutating func ring(_ p: ShowerVector, _ energy: Double) {
    let index = min(max(ringGrid.index(p.x * p.x + p.y * p.y), 0), lastRing)
    (rings.baseAddress.unsafelyUnwrapped + index).pointee += energy
  }

  @inline(never)
  private mutating func spread(_ energy: Double, from start: Double, to end: Double) {
    let low = min(start, end)
    let high = max(start, end)
    let first = min(max(Int(low), 0), lastSlab)
    let last = min(max(Int(high), 0), lastSlab)
    let density = energy / (high - low)
    var left = energy
    let part = (Double(first + 1) - low) * density
    slabs[first] += part
    left -= part
    for slab in stride(from: first + 1, to: last, by: 1) {
      slabs[slab] += density
      left -= density
    }
    slabs[last] += left
  }

  /// Scores a step.
  @inline(__always)
  mutating func track(
    _ species: ShowerSpecies, from before: Double, to after: Double, length: Double, weight: Double
  ) {
    guard before > lowestTrack else { return }
    tracks[species.rawValue].score(from: before, to: after, length: length, weight: weight)
  }

  /// Scores kinetic energy that leaves.
  mutating func leak(_ energy: Double, through face: ShowerBlock.Face) {
    totals[ShowerTally.Total.front.rawValue + face.rawValue] += energy
  }

  /// Counts the rest energy that a leaving positron would set free.
  mutating func leakRestMass(_ energy: Double) { leakedRestMass += energy }

  /// Scores energy taken away, or with a minus sign brought in, by an emitter.
  mutating func emit(_ energy: Double) { totals[ShowerTally.Total.emitted.rawValue] += energy }

  /// Ends an event.
  mutating func closeEvent() {
    totals[ShowerTally.Total.deposit.rawValue] = slabs.reduce(0, +)
    if isRecording { records.append(ShowerRecord(slabs: slabs, totals: totals)) }
    tally.close(slabs: slabs, rings: rings, totals: totals, restEnergy: leakedRestMass)
    leakedRestMass = 0
    for index in tracks.indices { tracks[index].closeEvent() }
  }

  /// The tally with all closed events.
  var result: ShowerTally {
    var result = tally
    for species in ShowerSpecies.allCases {
      result.add(tracks[species.rawValue].spectrum, of: species)
    }
    return result
  }
}

extension ShowerScorer: ShowerScores {
  @inline(__always)
  static func follow<Watcher>(
    _ particle: ShowerParticle, in transport: inout ShowerTransport<Watcher, ShowerScorer>
  ) {
    switch particle.species {
    case .photon: transport.follow(photon: particle)
    case .electron: transport.follow(particle, transport.electron, isPositron: false)
    case .positron: transport.follow(particle, transport.positron, isPositron: true)
    }
  }
}
