// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CReference
import DarkSector
import Numerics
import Production
import Quantities

extension Allowances {
  /// Masses of leptons in GeV.
  private static let leptons = [("e", 0.510_998_95e-3), ("mu", 0.105_658_375_5)]

  /// Lead, whose isotopes weigh 207 u.
  private static let lead = TargetAtom(z: 82, atomicWeight: 207, mass: 207 * 0.931_494_102_42)

  /// Masses of X in GeV, 1 MeV to 1 GeV, three a decade.
  private static let masses = [1e-3, 2e-3, 5e-3, 1e-2, 2e-2, 5e-2, 0.1, 0.2, 0.5, 1]

  /// Energies in GeV: what is left of the beam in a shower, up to the beam.
  private static let energies = [2.0, 10, 50, 100, 160]

  /// Total cross sections at 1e-3 over the masses and energies of NA64, exact and approximate.
  static func totals() throws {
    let unit = kernelTime()
    print("totals on lead, 1e-3, m = 1 MeV to 1 GeV, E = 2 to 160 GeV")
    print("  one amplitude of the kernel in C: \(Allowance.text(unit))")
    for (name, mass) in leptons {
      for structure in LorentzStructure.allCases {
        try totals("exact, \(structure), \(name)", lepton: mass, per: unit) {
          try ExactBremsstrahlung(
            RadiatedBoson(structure, mass: $0, epsilon: 1), leptonMass: mass, atom: lead)
        }
      }
    }
    for method in [BremsstrahlungMethod.williams, .improvedWilliams] {
      try totals("\(method.rawValue), vector, e", lepton: leptons[0].1, per: unit) {
        try method.process(
          RadiatedBoson(.vector, mass: $0, epsilon: 1), leptonMass: leptons[0].1, on: lead,
          fluxLimit: .mass, relativeError: 1e-3)
      }
    }
    print()
  }

  /// The median and the slowest of all points, each the least of several rounds.
  private static func totals(
    _ name: String, lepton: Double, per unit: Duration, _ process: (Double) throws -> any Process
  ) throws {
    let clock = ContinuousClock()
    var times: [(time: Duration, place: String)] = []
    for mass in masses {
      let process = try process(mass)
      for energy in energies where energy > process.threshold {
        let rounds = try (0..<8).map { _ in
          try clock.measure { _ = try process.total(at: energy) }
        }
        let place =
          "\(Mass.gev(mass).formatted(significant: 3)), "
          + Energy.gev(energy).formatted(significant: 3)
        times.append((rounds.min() ?? .zero, place))
      }
    }
    times.sort { $0.time < $1.time }
    guard let slowest = times.last else { return }
    for (what, entry) in [("median", times[times.count / 2]), ("slowest", slowest)] {
      Allowance.report(
        "  total, \(name), \(what) at \(entry.place)", entry.time, limit: .milliseconds(1),
        remark: ", as \(Int(entry.time / unit)) amplitudes in C")
    }
  }

  /// The time of one amplitude of the kernel in C.
  private static func kernelTime() -> Duration {
    let count = 1 << 12
    let clock = ContinuousClock()
    var checksum = 0.0
    let times = (0..<400).map { round in
      clock.measure { checksum += reference_amplitude_sum(0.1 + Double(round), count) }
    }
    precondition(checksum.isFinite, "the kernel computed nonsense")
    return (times.min() ?? .zero) / count
  }

  /// A table of totals and spectra, 100 masses by 30 energies, on two cores.
  static func table() throws {
    let request = try TableRequest(
      .vector, leptonMass: leptons[0].1, on: [TableRequest.Constituent(lead)], method: .exact,
      masses: TableRequest.Axis(from: 1e-3, to: 3, count: 100),
      energies: TableRequest.Axis(from: 1, to: 150, count: 30))
    try Allowance(
      name: "table, exact, vector, e, lead, 100 masses by 30 energies with spectra, two threads",
      limit: .seconds(10), rounds: 1
    ) { _ = try CrossSectionTable(computing: request, threads: 2) }.run()
    print()
  }
}
