// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Matter
import Numerics

/// What is scored in showers: deposits along and across, leakage, track lengths.
///
/// Sums over events and over their squares, in the order of the events. Energies in GeV, lengths in mm.
package struct ShowerTally: Sendable {
  /// How finely is scored.
  package let scale: TallyScale
  /// Deposit in each slab.
  package private(set) var slabs: EventMoments
  /// Deposit in each ring about the beam axis; the last also holds what lies beyond.
  package private(set) var rings: EventMoments
  /// Deposit in the block; energy through front, back and sides; energy taken by an emitter.
  package private(set) var totals: EventMoments
  private var tracks: [TrackLengthScorer]
  /// The spectra of tallies merged into this one.
  private var mergedSpectra: [TrackLengthSpectrum]
  /// The number of events.
  package private(set) var events = 0
  /// The largest relative imbalance of energy of any event.
  package private(set) var imbalance = 0.0

  private let lowestTrack: Double
  private let inverseSlab: Double
  private let inverseRing: Double
  private let beamEnergy: Double
  private var leakedRestMass = 0.0

  /// The places in `totals`.
  package enum Total: Int, CaseIterable, Sendable {
    case deposit
    case front
    case back
    case side
    case emitted
  }

  /// Makes an empty tally.
  /// - Parameters:
  ///   - scale: how finely to score.
  ///   - block: the block.
  ///   - beamEnergy: what a beam particle brings in: kinetic energy, and for a positron 2 m_e.
  init(_ scale: TallyScale, block: ShowerBlock, beamEnergy: Double) {
    self.scale = scale
    self.beamEnergy = beamEnergy
    slabs = EventMoments(count: max(Int((block.depth / scale.slabWidth - 1e-9).rounded(.up)), 1))
    rings = EventMoments(count: scale.ringCount)
    totals = EventMoments(count: Total.allCases.count)
    inverseSlab = 1 / scale.slabWidth
    inverseRing = 1 / scale.ringWidth
    lowestTrack = scale.tracks.edges[0]
    tracks = ShowerSpecies.allCases.map { _ in
      TrackLengthScorer(scale.tracks, unit: .radiationLengths)
    }
    mergedSpectra = tracks.map(\.spectrum)
  }

  /// Scores the energy lost along a chord: in slabs evenly, in rings at one point of it.
  @inline(__always)
  mutating func deposit(
    _ energy: Double, from start: SIMD3<Double>, to end: SIMD3<Double>, at share: Double
  ) {
    totals.event[Total.deposit.rawValue] += energy
    let x = start.x + share * (end.x - start.x)
    let y = start.y + share * (end.y - start.y)
    let ring = (x * x + y * y).squareRoot() * inverseRing
    rings.event[ring < Double(rings.event.count) ? Int(ring) : rings.event.count - 1] += energy
    let a = start.z * inverseSlab
    let b = end.z * inverseSlab
    let last = slabs.event.count - 1
    let first = min(max(Int(a), 0), last)
    let second = min(max(Int(b), 0), last)
    if first == second {
      slabs.event[first] += energy
    } else {
      spread(energy, from: min(a, b), to: max(a, b), min(first, second), max(first, second))
    }
  }

  private mutating func spread(
    _ energy: Double, from low: Double, to high: Double, _ first: Int, _ last: Int
  ) {
    let density = energy / (high - low)
    var left = energy
    let part = (Double(first + 1) - low) * density
    slabs.event[first] += part
    left -= part
    for slab in stride(from: first + 1, to: last, by: 1) {
      slabs.event[slab] += density
      left -= density
    }
    slabs.event[last] += left
  }

  /// Scores energy laid down at a point.
  @inline(__always)
  mutating func deposit(_ energy: Double, at p: SIMD3<Double>) {
    totals.event[Total.deposit.rawValue] += energy
    let ring = (p.x * p.x + p.y * p.y).squareRoot() * inverseRing
    rings.event[ring < Double(rings.event.count) ? Int(ring) : rings.event.count - 1] += energy
    let slab = min(max(Int(p.z * inverseSlab), 0), slabs.event.count - 1)
    slabs.event[slab] += energy
  }

  /// Scores a step.
  @inline(__always)
  mutating func score(
    _ species: ShowerSpecies, from before: Double, to after: Double, length: Double, weight: Double
  ) {
    guard before > lowestTrack else { return }
    tracks[species.rawValue].score(from: before, to: after, length: length, weight: weight)
  }

  /// Scores kinetic energy that leaves.
  mutating func leak(_ energy: Double, through face: ShowerBlock.Face) {
    totals.event[Total.front.rawValue + face.rawValue] += energy
  }

  /// Counts the rest energy that a leaving positron would set free.
  mutating func leakRestMass(_ energy: Double) { leakedRestMass += energy }

  /// Scores energy taken away, or with a minus sign brought in, by an emitter.
  mutating func emit(_ energy: Double) { totals.event[Total.emitted.rawValue] += energy }

  /// Ends an event.
  mutating func closeEvent() {
    let out = totals.event.reduce(leakedRestMass, +)
    imbalance = max(imbalance, (out - beamEnergy).magnitude / beamEnergy)
    leakedRestMass = 0
    slabs.closeEvent()
    rings.closeEvent()
    totals.closeEvent()
    for index in tracks.indices { tracks[index].closeEvent() }
    events += 1
  }

  /// The track-length spectrum of a species, in radiation lengths.
  package func trackLength(of species: ShowerSpecies) -> TrackLengthSpectrum {
    var spectrum = tracks[species.rawValue].spectrum
    spectrum.merge(mergedSpectra[species.rawValue])
    return spectrum
  }

  /// Adds the events of a later tally.
  package mutating func merge(_ later: ShowerTally) {
    slabs.merge(later.slabs)
    rings.merge(later.rings)
    totals.merge(later.totals)
    for species in ShowerSpecies.allCases {
      mergedSpectra[species.rawValue].merge(later.trackLength(of: species))
    }
    events += later.events
    imbalance = max(imbalance, later.imbalance)
  }
}

/// How finely showers are scored.
package struct TallyScale: Hashable, Sendable {
  /// The thickness of slabs in mm.
  package let slabWidth: Double
  /// The width of rings in mm.
  package let ringWidth: Double
  /// The number of rings; the last holds all beyond.
  package let ringCount: Int
  /// The bins of track-length spectra.
  package let tracks: TrackLengthBinning

  /// Makes a scale from lengths in mm.
  package init(slabWidth: Double, ringWidth: Double, ringCount: Int, tracks: TrackLengthBinning) {
    self.slabWidth = slabWidth
    self.ringWidth = ringWidth
    self.ringCount = ringCount
    self.tracks = tracks
  }
}
