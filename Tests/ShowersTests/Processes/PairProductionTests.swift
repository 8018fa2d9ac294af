// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matter
import Showers
import Testing

@Suite("pair production")
struct PairProductionTests {
  @Test("shares are drawn as the cross section has it", arguments: [3e-3, 0.02, 0.4, 9, 95])
  func sampler(energy: Double) throws {
    let tables = try Shipped.tables()
    let process = try Shipped.processes().pairProduction
    var random = ShowerRandom(seed: 3, event: 0)
    let least = process.leastShare(energy)
    let worst = worstDeviation {
      process.differential(least + (0.5 - least) * $0, energy: energy)
    } draw: {
      (tables.drawPairShare(energy, &random) - least) / (0.5 - least)
    }
    #expect(worst < 1)
  }

  @Test("nothing below two electron masses, and little just above")
  func threshold() throws {
    let process = try Shipped.processes().pairProduction
    #expect(process.total(2 * Electron.mass) == 0)
    #expect(process.total(1.02 * 2 * Electron.mass) < 0.01 * process.total(0.01))
  }

  @Test("7/9 of a conversion in a radiation length, less 1.5%, at high energies")
  func limit() throws {
    let processes = try Shipped.processes()
    let probability = processes.pairProduction.total(60) * processes.medium.radiationLength
    #expect(isNear(probability, 7.0 / 9, 0.015))
  }

  @Test("the spectrum integrates to within 3% of the fitted cross section from 0.1 to 30 GeV")
  func integral() throws {
    let process = try Shipped.processes().pairProduction
    for energy in [0.1, 1, 10, 29] {
      let integral =
        2
        * LogRange(from: process.leastShare(energy), to: 0.5).integrate {
          $0 * process.differential($0, energy: energy)
        }
      #expect(isNear(integral, process.total(energy), 0.03), "\(energy) GeV")
    }
  }

  @Test("scattering of the medium suppresses even shares above some TeV, and nothing below")
  func suppression() throws {
    let process = try Shipped.processes().pairProduction
    #expect(isNear(process.total(1000), process.total(99), 0.01))
    #expect(process.total(10_000) < 0.99 * process.total(1000))
    let ends = process.differential(0.01, energy: 1e4) / process.differential(0.01, energy: 1e3)
    let middle = process.differential(0.5, energy: 1e4) / process.differential(0.5, energy: 1e3)
    #expect(middle < ends)
  }
}
