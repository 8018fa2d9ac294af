// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Production
import Quantities

extension Allowances {
  /// Drawing of complete final states of e- Pb -> e- Pb V at 100 GeV, tables ready.
  static func samplers() throws {
    let lead = TargetAtom(z: 82, atomicWeight: 207, mass: 207 * 0.931_494_102_42)
    let clock = ContinuousClock()
    print("events of unit weight of bremsstrahlung, e- on lead at 100 GeV")
    for mass in [1e-3, 16.7e-3, 0.1, 1] {
      let process = try ExactBremsstrahlung(
        RadiatedBoson(.vector, mass: mass, epsilon: 1), leptonMass: 0.510_998_95e-3, atom: lead)
      let start = clock.now
      let sampler = try process.sampler(at: 100)
      let made = clock.now - start
      var stream = RandomStream(seed: 1, name: "benchmark")
      let count = 40_000
      var least = Duration.seconds(1000)
      var sum = 0.0
      for _ in 0..<10 {
        least = min(
          least,
          clock.measure { for _ in 0..<count { sum += sampler.draw(using: &stream).boson.energy } })
      }
      let single = least / count
      let share = (100 * sampler.efficiency).formatted(significant: 2)
      Allowance.report(
        "  draw one event, m = \((1e3 * mass).formatted(significant: 3)) MeV", single,
        limit: .microseconds(1),
        remark: ", \(Int(Duration.seconds(1) / single)) a second, \(share)% accepted, "
          + "made in \(Allowance.text(made)), mean \((sum / Double(10 * count)).formatted(significant: 3)) GeV"
      )
    }
    print()
  }
}
