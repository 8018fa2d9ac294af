// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Production
import Testing

@Suite("cuts on the share of the energy")
struct ProcessSharesTests {
  private static func processes() throws -> [any Process] {
    let boson = RadiatedBoson(.vector, mass: 0.02, epsilon: 1)
    return try [
      ExactBremsstrahlung(boson, leptonMass: Bench.electron, atom: Bench.lead),
      EquivalentPhotonBremsstrahlung(
        boson, leptonMass: Bench.electron, on: Bench.lead, flux: .constant),
      ContinuumAnnihilation(boson, on: Bench.lead),
      ComptonScattering(boson, on: Bench.lead),
    ]
  }

  @Test("two parts make the whole, and nothing lies outside", arguments: try processes())
  func additivity(_ process: any Process) throws {
    let whole = try process.total(at: 2).value
    let range = try #require(process.range(of: .energyFraction, at: 2))
    let middle = 0.3 * range.lowerBound + 0.7 * range.upperBound
    let low = try process.total(at: 2, shares: 0...middle).value
    let high = try process.total(at: 2, shares: middle...1e3).value
    #expect(low > 0 && high > 0)
    #expect(deviation(low + high, from: whole) < 2e-3)
    #expect(try process.total(at: 2, shares: 0...(0.5 * range.lowerBound)).value == 0)
    #expect(try process.total(at: 1e-4, shares: 0.2...0.5).value == 0)
  }

  @Test("a process without shares says so")
  func none() throws {
    let process = PrimakoffProduction(mass: 0.01, coupling: 1e-3, on: Bench.lead)
    #expect(
      message { _ = try process.total(at: 10, shares: 0.1...0.5) }
        == "no cut on x for primakoff (it has no spectrum in x) leave the cut out")
  }
}
