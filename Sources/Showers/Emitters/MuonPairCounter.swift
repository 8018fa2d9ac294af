// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Adds up the expected number of muon pairs that the photons of showers make above an energy.
///
/// Every step of a photon counts with its probability; no pair is drawn and the shower goes on as if
/// nothing had happened, which is right to the 1e-4 pairs of a shower.
package struct MuonPairCounter: Emitter {
  package static var isIdle: Bool { false }

  /// The expected number of pairs in all events.
  package private(set) var pairs = 0.0

  private let probabilities: [Double]
  private let grid: EnergyGrid
  private let lowest: Double

  /// Tabulates the probability up to an energy.
  /// - Parameters:
  ///   - process: the process in the material of the shower.
  ///   - lowest: the least photon energy in GeV that counts.
  ///   - highest: the highest photon energy in GeV.
  package init(_ process: MuonPairs, above lowest: Double, upTo highest: Double) {
    let grid = EnergyGrid(from: lowest, to: highest, bits: 4)
    self.grid = grid
    self.lowest = lowest
    probabilities = (0..<grid.count).map { process.total(grid.energy($0)) }
  }

  package mutating func begin(event: Int, seed: UInt64) {}

  package mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {
    guard step.start.species == .photon, step.start.energy >= lowest else { return }
    let index = grid.index(step.start.energy)
    let share = grid.fraction(step.start.energy)
    let rate = probabilities[index] + share * (probabilities[index + 1] - probabilities[index])
    pairs += rate * step.length * step.start.weight
  }

  package mutating func endEvent() {}

  package mutating func merge(_ later: MuonPairCounter) { pairs += later.pairs }
}
