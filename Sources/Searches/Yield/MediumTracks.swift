// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics
import Production
import Quantities
import Showers

/// Scores the track lengths of electrons and positrons in each material of a stack.
///
/// They give the yield of X a second time, by another way: the integral of dL/dE with the cross section
/// above the missing energy, where nothing is emitted and nothing is weighed.
package struct MediumTracks: Emitter {
  package static var isIdle: Bool { false }

  /// One for each material, in radiation lengths; both charges together.
  private var scorers: [TrackLengthScorer]
  private var merged: [TrackLengthSpectrum]
  private let perLength: [Double]
  private let lowest: Double

  /// Makes empty spectra.
  ///
  /// - Parameters:
  ///   - media: the materials.
  ///   - lowest: the kinetic energy in GeV below which tracks do not matter.
  ///   - highest: the highest kinetic energy in GeV.
  /// - Throws: where there is nothing between the two.
  package init(
    _ media: [EmissionMedium], from lowest: Double, to highest: Double
  ) throws(TrackLengthError) {
    let binning = try TrackLengthBinning(from: .gev(lowest), to: .gev(highest))
    scorers = media.map { _ in TrackLengthScorer(binning, unit: .radiationLengths) }
    merged = scorers.map(\.spectrum)
    perLength = media.map { 1 / $0.radiationLength }
    self.lowest = lowest
  }

  package mutating func begin(event: Int, seed: UInt64) {}

  package mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {
    guard step.start.energy > lowest else {
      // Nothing that comes of it is above, either.
      emission.particle.energy = 0
      return
    }
    guard step.start.species != .photon, step.medium >= 0 else { return }
    scorers[step.medium].score(
      from: step.start.energy, to: step.energyAfter,
      length: step.length * perLength[step.medium], weight: step.start.weight)
  }

  package mutating func endEvent() {
    for index in scorers.indices { scorers[index].closeEvent() }
  }

  package mutating func merge(_ later: MediumTracks) {
    for index in merged.indices {
      merged[index].merge(later.merged[index])
      merged[index].merge(later.scorers[index].spectrum)
    }
  }

  /// The spectrum of a material in radiation lengths of it, both charges together.
  package func spectrum(of medium: Int) -> TrackLengthSpectrum {
    var spectrum = merged[medium]
    spectrum.merge(scorers[medium].spectrum)
    return spectrum
  }
}
