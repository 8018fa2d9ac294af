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
  private var rings: EventMoments
  /// Deposit in the block; energy through front, back and sides; energy taken by an emitter.
  package private(set) var totals: EventMoments
  private var spectra: [TrackLengthSpectrum]
  /// The number of events.
  package private(set) var events = 0
  /// The largest relative imbalance of energy of any event.
  package private(set) var imbalance = 0.0

  private let beamEnergy: Double

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
    rings = EventMoments(count: RadialProfile.grid.count)
    totals = EventMoments(count: Total.allCases.count)
    spectra = ShowerSpecies.allCases.map { _ in
      TrackLengthSpectrum(scale.tracks, unit: .radiationLengths)
    }
  }

  /// Takes the scores of an event and empties them.
  /// - Parameters:
  ///   - slabs: the deposit in slabs.
  ///   - rings: the deposit in rings.
  ///   - totals: deposit, leakage and emission.
  ///   - restEnergy: what leaving positrons would set free.
  mutating func close(
    slabs: UnsafeMutableBufferPointer<Double>, rings: UnsafeMutableBufferPointer<Double>,
    totals: UnsafeMutableBufferPointer<Double>, restEnergy: Double
  ) {
    var out = restEnergy
    for total in totals { out += total }
    imbalance = max(imbalance, (out - beamEnergy).magnitude / beamEnergy)
    self.slabs.close(slabs)
    self.rings.close(rings)
    self.totals.close(totals)
    events += 1
  }

  /// How the deposit spreads about the beam axis.
  package var radialProfile: RadialProfile { RadialProfile(rings) }

  /// The number of rings.
  var ringCount: Int { rings.count }

  /// The track-length spectrum of a species, in radiation lengths.
  package func trackLength(of species: ShowerSpecies) -> TrackLengthSpectrum {
    spectra[species.rawValue]
  }

  /// Adds the track lengths of the events that have been closed.
  mutating func add(_ spectrum: TrackLengthSpectrum, of species: ShowerSpecies) {
    spectra[species.rawValue].merge(spectrum)
  }

  /// Adds the events of a later tally.
  package mutating func merge(_ later: ShowerTally) {
    slabs.merge(later.slabs)
    rings.merge(later.rings)
    totals.merge(later.totals)
    for species in ShowerSpecies.allCases {
      add(later.trackLength(of: species), of: species)
    }
    events += later.events
    imbalance = max(imbalance, later.imbalance)
  }
}

/// How finely showers are scored.
package struct TallyScale: Hashable, Sendable {
  /// The thickness of slabs in mm.
  package let slabWidth: Double
  /// The bins of track-length spectra.
  package let tracks: TrackLengthBinning

  /// Makes a scale from a thickness in mm.
  package init(slabWidth: Double, tracks: TrackLengthBinning) {
    self.slabWidth = slabWidth
    self.tracks = tracks
  }
}
