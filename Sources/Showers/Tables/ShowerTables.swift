// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter

/// All tables of a material for one set of thresholds and cutoffs; made once, read by all threads.
package final class ShowerTables: Sendable {
  let processes: ShowerProcesses
  let cutoffs: TrackingCutoffs
  let highest: Double
  let electron: LeptonTable
  let positron: LeptonTable
  let photon: PhotonTable
  let electronRadiation: QuantileTable
  let positronRadiation: QuantileTable
  let pairShares: QuantileTable
  let comptonShares: QuantileTable
  let straggling = StragglingTable()

  /// Positrons radiate like electrons above this kinetic energy in GeV, to 1e-4.
  static let alike = 0.3

  /// Makes the tables up to an energy in GeV.
  package convenience init(
    _ processes: ShowerProcesses, cutoffs: TrackingCutoffs, highest: Double
  ) {
    self.init(processes, cutoffs: cutoffs, highest: highest, photonsFrom: cutoffs.photon)
  }

  /// Makes the tables, that of photons from an energy below their cutoff on: they may come from a
  /// material where they are followed further.
  init(
    _ processes: ShowerProcesses, cutoffs: TrackingCutoffs, highest: Double,
    photonsFrom lowest: Double
  ) {
    self.processes = processes
    self.cutoffs = cutoffs
    self.highest = highest
    // A positron that annihilates brings two rest energies more.
    let top = highest + 2 * Electron.mass
    electron = LeptonTable(processes, of: .electron, cutoff: cutoffs.electron, highest: top)
    positron = LeptonTable(processes, of: .positron, cutoff: cutoffs.positron, highest: top)
    photon = PhotonTable(processes, cutoff: lowest, highest: top)
    let threshold = processes.thresholds.photon
    electronRadiation = Self.radiation(processes, .electron, threshold, top, bits: 2)
    // Near the threshold the shape of positrons' spectra changes fast.
    positronRadiation = Self.radiation(
      processes, .positron, threshold, max(Self.alike, threshold), bits: 3)
    pairShares = QuantileTable(from: 2 * Electron.mass, to: top) { energy in
      let least = processes.pairProduction.leastShare(energy)
      // Below four electron masses the spectrum is taken as even.
      guard energy > 4 * Electron.mass else { return ({ _ in 1 }, { $0 }) }
      return (
        { processes.pairProduction.differential(least + (0.5 - least) * $0, energy: energy) },
        { $0 }
      )
    }
    comptonShares = QuantileTable(from: cutoffs.photon, to: top) { energy in
      let span = 1 + 2 * energy / Electron.mass
      let logarithm = log(span)
      return (
        { q in
          let e = exp(-logarithm * (1 - q))
          return e * processes.comptonScattering.differential(e, energy: energy)
        }, { q in (exp(logarithm * q) - 1) / (span - 1) }
      )
    }
  }

  /// Draws the energy in GeV of a photon from bremsstrahlung at a kinetic energy in GeV.
  package func drawPhotonEnergy(
    kineticEnergy: Double, of lepton: Lepton, _ random: inout ShowerRandom
  ) -> Double {
    let threshold = processes.thresholds.photon
    let isAlike = lepton == .electron || kineticEnergy > Self.alike
    let radiation = isAlike ? electronRadiation : positronRadiation
    return threshold + (kineticEnergy - threshold) * radiation.draw(kineticEnergy, &random)
  }

  /// Draws the lesser share of a photon's energy in GeV that a member of a pair takes.
  package func drawPairShare(_ energy: Double, _ random: inout ShowerRandom) -> Double {
    let least = processes.pairProduction.leastShare(energy)
    return least + (0.5 - least) * pairShares.draw(energy, &random)
  }

  /// Draws the share of its energy in GeV that a photon keeps in Compton scattering.
  package func drawComptonShare(_ energy: Double, _ random: inout ShowerRandom) -> Double {
    let least = 1 / (1 + 2 * energy / Electron.mass)
    return least + (1 - least) * comptonShares.draw(energy, &random)
  }

  /// (k - threshold) / (T - threshold), smooth in its logarithm.
  private static func radiation(
    _ processes: ShowerProcesses, _ lepton: Lepton, _ threshold: Double, _ highest: Double,
    bits: UInt64
  ) -> QuantileTable {
    QuantileTable(from: threshold, to: highest, bits: bits) { node in
      // At the threshold itself nothing is radiated that could have a shape.
      let energy = max(node, 1.1 * threshold)
      let spectrum = processes.bremsstrahlung.spectrum(kineticEnergy: energy, of: lepton)
      let logarithm = log(energy / threshold)
      return (
        { q in spectrum(min(threshold * exp(logarithm * q), energy)) },
        { q in (exp(logarithm * q) - 1) / (energy / threshold - 1) }
      )
    }
  }
}

/// Where particles are no longer followed: kinetic energies in GeV.
package struct TrackingCutoffs: Hashable, Sendable {
  /// For photons.
  package let photon: Double
  /// For electrons.
  package let electron: Double
  /// For positrons.
  package let positron: Double

  /// Makes cutoffs from energies in GeV.
  package init(photon: Double, electron: Double, positron: Double) {
    self.photon = photon
    self.electron = electron
    self.positron = positron
  }

  /// One cutoff for all three.
  package init(all energy: Double) { self.init(photon: energy, electron: energy, positron: energy) }
}
