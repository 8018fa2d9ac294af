// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics

/// Scores track lengths against energy in slabs of depth.
///
/// A step belongs to the slabs that its chord crosses, in shares of it; the energy falls evenly along
/// it.
package struct DepthTracks: Emitter {
  package static var isIdle: Bool { false }

  private let slabWidth: Double
  private let inverseUnit: Double
  private var scorers: [TrackLengthScorer]
  private var merged: [TrackLengthSpectrum]

  /// Makes empty spectra for slabs of a thickness in mm, as many as a setup's block has.
  package init(_ setup: ShowerSetup, slabWidth: Double) {
    self.slabWidth = slabWidth
    inverseUnit = 1 / setup.medium.radiationLength
    let slabs = max(Int((setup.block.depth / slabWidth - 1e-9).rounded(.up)), 1)
    scorers = (0..<slabs * ShowerSpecies.allCases.count).map { _ in
      TrackLengthScorer(setup.scale.tracks, unit: .radiationLengths)
    }
    merged = scorers.map(\.spectrum)
  }

  /// The number of slabs.
  package var slabs: Int { scorers.count / ShowerSpecies.allCases.count }

  /// The spectrum of a species in a slab, in radiation lengths per event.
  package func spectrum(of species: ShowerSpecies, slab: Int) -> TrackLengthSpectrum {
    let index = slab * ShowerSpecies.allCases.count + species.rawValue
    var spectrum = merged[index]
    spectrum.merge(scorers[index].spectrum)
    return spectrum
  }

  package mutating func begin(event: Int, seed: UInt64) {}

  package mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {
    let a = step.start.position.z / slabWidth
    let b = step.end.z / slabWidth
    let first = min(max(Int(min(a, b)), 0), slabs - 1)
    let last = min(max(Int(max(a, b)), 0), slabs - 1)
    for slab in first...last {
      // The shares of the way at which the chord enters and leaves the slab.
      var (enters, leaves) = (0.0, 1.0)
      if first != last {
        let low = (Double(slab) - a) / (b - a)
        let high = (Double(slab + 1) - a) / (b - a)
        enters = slab == (a < b ? first : last) ? 0 : min(low, high)
        leaves = slab == (a < b ? last : first) ? 1 : max(low, high)
      }
      let loss = step.start.energy - step.energyAfter
      scorers[slab * ShowerSpecies.allCases.count + step.start.species.rawValue].score(
        from: step.start.energy - enters * loss, to: step.start.energy - leaves * loss,
        length: (leaves - enters) * step.length * inverseUnit, weight: step.start.weight)
    }
  }

  package mutating func endEvent() {
    for index in scorers.indices { scorers[index].closeEvent() }
  }

  package mutating func merge(_ later: DepthTracks) {
    for index in merged.indices {
      merged[index].merge(later.merged[index])
      merged[index].merge(later.scorers[index].spectrum)
    }
  }
}
