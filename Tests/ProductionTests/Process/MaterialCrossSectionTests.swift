// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Numerics
import Production
import Testing

@Suite("A cross section on a material")
struct MaterialCrossSectionTests {
  @Test("one pb per atom of lead is 2.906e21 pb per gram and 1.85e-14 per radiation length")
  func lead() throws {
    let lead = try Bench.catalogue().material(named: "lead")
    let sigma = try MaterialCrossSection(in: lead) { _ in Estimate(value: 1, error: 0.1) }
    #expect(sigma.perAtom == Estimate(value: 1, error: 0.1))
    // N_A / 207.2 = 2.906439e21 per gram; times 6.37 g/cm^2 times 1e-36 cm^2.
    #expect(deviation(sigma.perGram.value, from: 2.906_438_6e21) < 1e-6)
    let perLength = try #require(sigma.perRadiationLength)
    #expect(deviation(perLength.value, from: 2.906_438_6e21 * 6.37e-36) < 1e-3)
    #expect(deviation(perLength.error, from: 0.1 * perLength.value) < 1e-12)
  }

  @Test("in lead tungstate each element counts with its atoms")
  func compound() throws {
    let crystal = try Bench.catalogue().material(named: "PbWO4")
    let sigma = try MaterialCrossSection(in: crystal) { element in
      Estimate(value: Double(element.z * element.z), error: 0)
    }
    let squares = 6724.0 + 5476.0 + 256.0
    let weight = 207.2 + 183.84 + 63.996
    #expect(deviation(sigma.perAtom.value, from: squares / 6) < 1e-12)
    #expect(deviation(sigma.perGram.value, from: 6.022_140_76e23 * squares / weight) < 1e-12)
    #expect(sigma.components.map(\.element.symbol) == ["Pb", "W", "O"])
    #expect(sigma.components.map(\.perAtom.value) == [6724, 5476, 64])
    // n_i sigma_i / rho is another way to the same number.
    let density = crystal.density.value.gramsPerCm3
    let terms: [Double] = zip(crystal.numberDensities, [6724, 5476, 64]).map { $0 * $1 }
    let sum = terms.reduce(0, +)
    #expect(deviation(sigma.perGram.value, from: sum / density) < 1e-12)
    let thickness = try #require(crystal.radiationLength?.value.mm) * 0.1 * density
    #expect(
      deviation(
        try #require(sigma.perRadiationLength).value, from: 1e-36 * thickness * sum / density)
        < 1e-12)
  }

  @Test("in the vacuum there is nothing, and no radiation length")
  func vacuum() throws {
    let vacuum = try Bench.catalogue().material(named: "vacuum")
    let sigma = try MaterialCrossSection(in: vacuum) { _ in Estimate(value: 1, error: 0) }
    #expect(sigma.components.isEmpty && sigma.perRadiationLength == nil)
    #expect(sigma.perAtom.value == 0 && sigma.perGram.value == 0)
  }

  @Test("why an element has no cross section is passed on")
  func failure() throws {
    let lead = try Bench.catalogue().material(named: "lead")
    let refusal = ProductionError("no", because: "never", try: "something else")
    #expect(throws: refusal) {
      _ = try MaterialCrossSection(in: lead) { _ throws(ProductionError) in throw refusal }
    }
  }
}
