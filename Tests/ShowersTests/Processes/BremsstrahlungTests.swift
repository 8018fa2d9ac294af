// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matter
import Showers
import Testing

@Suite("bremsstrahlung")
struct BremsstrahlungTests {
  @Test(
    "photons are drawn as the cross section has it",
    arguments: [1.1e-3, 3e-3, 0.02, 0.3, 1.5, 20, 99], [Lepton.electron, .positron])
  func sampler(energy: Double, lepton: Lepton) throws {
    let tables = try Shipped.tables()
    let spectrum = try Shipped.processes().bremsstrahlung.spectrum(
      kineticEnergy: energy, of: lepton)
    var random = ShowerRandom(seed: 1, event: 0)
    let span = log(energy / 1e-3)
    let worst = worstDeviation {
      spectrum(1e-3 * exp($0 * span))
    } draw: {
      log(tables.drawPhotonEnergy(kineticEnergy: energy, of: lepton, &random) / 1e-3) / span
    }
    #expect(worst < 1)
  }

  @Test("no photon is harder than the electron or softer than the threshold")
  func ends() throws {
    let tables = try Shipped.tables()
    var random = ShowerRandom(seed: 2, event: 0)
    for energy in [1.0001e-3, 1.7e-3, 0.1, 77] {
      var isInside = true
      for _ in 0..<20_000 {
        let k = tables.drawPhotonEnergy(kineticEnergy: energy, of: .positron, &random)
        isInside = isInside && k >= 1e-3 && k <= energy * (1 + 1e-12)
      }
      #expect(isInside, "\(energy) GeV")
    }
  }

  @Test("the spectrum above a GeV does not depend on the threshold for making photons one by one")
  func join() throws {
    let coarse = try ShowerProcesses(
      Shipped.lead(), thresholds: ProductionThresholds(photon: 0.1, electron: 0.1),
      from: Shipped.folder())
    for energy in [1.5, 30] {
      #expect(
        coarse.bremsstrahlung.spectrum(kineticEnergy: energy, of: .electron)(0.5 * energy)
          == (try Shipped.processes().bremsstrahlung).spectrum(
            kineticEnergy: energy, of: .electron)(0.5 * energy))
    }
  }

  @Test("soft photons are suppressed as k^2 / k_p^2 by the medium")
  func polarisation() throws {
    let processes = try Shipped.processes()
    let spectrum = processes.bremsstrahlung.spectrum(kineticEnergy: 0.5, of: .electron)
    let cutoff = (0.5 / Electron.mass + 1) * processes.medium.plasmaEnergy
    #expect(isNear(spectrum(1e-3 * cutoff) / spectrum(1e-4 * cutoff), 100, 1e-3))
    #expect(isNear(spectrum(cutoff) / spectrum(100 * cutoff), 0.5, 0.03))
  }

  @Test("positrons radiate less than electrons, and alike at high energies")
  func positrons() throws {
    let process = try Shipped.processes().bremsstrahlung
    func ratio(_ energy: Double) -> Double {
      process.spectrum(kineticEnergy: energy, of: .positron)(0.5 * energy)
        / process.spectrum(kineticEnergy: energy, of: .electron)(0.5 * energy)
    }
    #expect(ratio(2e-3) < 0.9)
    #expect(ratio(2e-3) < ratio(1e-2))
    #expect(isNear(ratio(0.9), 1, 1e-4))
  }

  @Test("what is radiated in a radiation length is the energy, below the suppression")
  func radiationLength() throws {
    // Without suppression and with complete screening -dE/dx = E / X0, to the terms (1 - y) / 12.
    let processes = try Shipped.processes()
    let spectrum = processes.bremsstrahlung.spectrum(kineticEnergy: 30, of: .electron)
    let loss = LogRange(from: 1e-6, to: 30).integrate { $0 * spectrum($0) }
    #expect(isNear(loss * processes.medium.radiationLength, 30, 0.03))
  }
}
