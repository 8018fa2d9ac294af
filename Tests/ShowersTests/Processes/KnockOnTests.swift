// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matter
import Showers
import Testing

@Suite("knock-on electrons")
struct KnockOnTests {
  @Test(
    "shares are drawn as the cross section has it", arguments: [2.5e-3, 0.02, 1, 50],
    [Lepton.electron, .positron])
  func sampler(energy: Double, lepton: Lepton) throws {
    let process = try Shipped.processes().knockOn
    var random = ShowerRandom(seed: 5, event: 0)
    let low = 1e-3 / energy
    let high = lepton == .electron ? 0.5 : 1
    let gamma = energy / Electron.mass + 1
    let span = log(high / low)
    let worst = worstDeviation { q in
      let x = low * exp(span * q)
      return x * process.differential(x, kineticEnergy: energy, of: lepton)
    } draw: {
      let x =
        lepton == .electron
        ? KnockOn.drawMoller(gamma: gamma, from: low, &random)
        : KnockOn.drawBhabha(gamma: gamma, from: low, &random)
      return log(x / low) / span
    }
    #expect(worst < 1)
  }

  @Test(
    "the differential cross section integrates to the total", arguments: [2.5e-3, 0.02, 1, 50],
    [Lepton.electron, .positron])
  func integral(energy: Double, lepton: Lepton) throws {
    let process = try Shipped.processes().knockOn
    let range = LogRange(from: 1e-3 / energy, to: lepton == .electron ? 0.5 : 1)
    let integral = range.integrate {
      $0 * process.differential($0, kineticEnergy: energy, of: lepton)
    }
    #expect(isNear(integral, process.total(kineticEnergy: energy, of: lepton), 1e-6))
  }

  @Test("two electrons share at least twice the threshold, a positron may lose all")
  func thresholds() throws {
    let process = try Shipped.processes().knockOn
    #expect(process.total(kineticEnergy: 2e-3, of: .electron) == 0)
    #expect(process.total(kineticEnergy: 2.001e-3, of: .electron) > 0)
    #expect(process.total(kineticEnergy: 1e-3, of: .positron) == 0)
    #expect(process.total(kineticEnergy: 1.001e-3, of: .positron) > 0)
  }

  @Test("restricted loss and knock-on electrons add up to the whole loss")
  func wholeLoss() throws {
    let material = try Shipped.material("lead")
    let processes = try Shipped.processes()
    let whole = try #require(material.electronCollisionLoss)
    for energy in [3e-3, 0.05, 2.0] {
      let hard = LogRange(from: 1e-3 / energy, to: 0.5).integrate { x in
        x * x * energy
          * processes.knockOn.differential(x, kineticEnergy: energy, of: .electron)
      }
      let soft = processes.collisionLoss(kineticEnergy: energy, of: .electron)
      // GeV cm^2/g to GeV/mm.
      let reference = whole(kineticEnergy: energy) * material.density.value.gramsPerCm3 / 10
      #expect(isNear(hard + soft, reference, 1e-4), "\(energy) GeV")
    }
  }
}
