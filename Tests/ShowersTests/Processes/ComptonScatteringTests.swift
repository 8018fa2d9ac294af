// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matter
import Showers
import Testing

@Suite("Compton scattering")
struct ComptonScatteringTests {
  @Test("shares are drawn as the cross section has it", arguments: [1e-3, 2.3e-3, 0.01, 0.2])
  func sampler(energy: Double) throws {
    let tables = try Shipped.tables()
    let process = try Shipped.processes().comptonScattering
    var random = ShowerRandom(seed: 4, event: 0)
    let span = log1p(2 * energy / Electron.mass)
    let worst = worstDeviation { q in
      let e = exp(-span * q)
      return e * process.differential(e, energy: energy)
    } draw: {
      -log(tables.drawComptonShare(energy, &random)) / span
    }
    #expect(worst < 1)
  }

  @Test("the differential cross section integrates to the total", arguments: [1e-4, 1e-3, 0.1, 10])
  func integral(energy: Double) throws {
    let process = try Shipped.processes().comptonScattering
    let integral = LogRange(from: 1 / (1 + 2 * energy / Electron.mass), to: 1).integrate {
      $0 * process.differential($0, energy: energy)
    }
    #expect(isNear(integral, process.total(energy), 1e-6))
  }

  @Test("at low energies the cross section of Thomson, 0.665 barn an electron")
  func thomson() throws {
    let processes = try Shipped.processes()
    let atom = processes.comptonScattering.total(1e-9) / processes.medium.electronDensity
    #expect(isNear(atom, 0.66524587, 1e-4))
  }
}
