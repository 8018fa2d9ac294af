// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Showers
import Testing

@Suite("elastic scattering")
struct ElasticScatteringTests {
  /// The mean square angle in a tenth of a radiation length after Highland, as refitted: the core only.
  @Test("somewhat more than the core of Moliere's distribution", arguments: [0.02, 0.1, 1])
  func core(energy: Double) throws {
    let processes = try Shipped.processes()
    let path = 0.1 * processes.medium.radiationLength
    let scattering =
      path * processes.elasticScattering.transport(kineticEnergy: energy, of: .electron)
    let plane = 0.0136 / energy * 0.1.squareRoot() * (1 - 0.038 * 2.302585)
    // 1 - cos = theta^2 / 2, theta^2 = twice the square in a plane; tails add about a half.
    let ratio = scattering / (plane * plane)
    #expect(ratio > 1.1 && ratio < 1.7, "\(energy) GeV: \(ratio)")
  }

  @Test("positrons are scattered less than electrons at a few MeV, alike on the whole")
  func positrons() throws {
    let process = try Shipped.processes().elasticScattering
    let ratio =
      process.transport(kineticEnergy: 5e-3, of: .positron)
      / process.transport(kineticEnergy: 5e-3, of: .electron)
    #expect(ratio < 0.9 && ratio > 0.5)
  }
}
