// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Production
import Testing

@Suite("Bremsstrahlung in leading logarithm")
struct LeadingLogBremsstrahlungTests {
  static func process(
    _ structure: LorentzStructure, mass: Double, lepton: Double, epsilon: Double = 1
  ) -> LeadingLogBremsstrahlung {
    LeadingLogBremsstrahlung(
      RadiatedBoson(structure, mass: mass, epsilon: epsilon), leptonMass: lepton, on: Bench.lead)
  }

  @Test("totals on lead are those of an independent implementation to 1e-5")
  func totals() throws {
    for row in try Bench.reference("bremsstrahlung.csv") where row.text("lepton") == "electron" {
      let structure = try #require(EquivalentPhotonBremsstrahlungTests.structures[row.text("kind")])
      let process = Self.process(
        structure, mass: try row.number("mass_mev") * 1e-3, lepton: Bench.electron)
      let value = try process.total(at: row.number("energy_gev")).value
      #expect(deviation(value, from: try row.number("leading_log")) < 1e-5, "\(row.line)")
    }
  }

  @Test("it keeps what a process promises, but that it begins with a step")
  func conformance() throws {
    for structure in LorentzStructure.allCases {
      for mass in [1e-3, 0.0167, 1] {
        let process = Self.process(structure, mass: mass, lepton: Bench.electron)
        try ProcessConformance(
          of: process,
          doubled: Self.process(structure, mass: mass, lepton: Bench.electron, epsilon: 2),
          refined: process, energies: [10, 100], extremes: [1e4, 1e6], opening: .infinity
        ).check()
      }
    }
  }

  @Test("at and below the mass of the lepton it is refused, for muons too")
  func refusal() {
    let process = Self.process(.vector, mass: 0.1, lepton: Bench.muon)
    #expect(
      message { _ = try process.total(at: 160) }
        == "no leading logarithm for a mass of X of 0.1 GeV (ln(m / m_l) is not above zero at and"
        + " below 0.1056583755 GeV, that of the lepton) use the method exact, ww or iww")
    #expect(
      message { _ = try process.differential(in: .energyFraction, at: 0.5, energy: 160) }
        == "no spectrum in x (the leading logarithm is a total alone) use the method exact, ww or"
        + " iww")
  }
}
