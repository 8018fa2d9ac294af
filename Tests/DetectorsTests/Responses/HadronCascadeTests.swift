// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Foundation
import Numerics
import Testing

@Suite("Hadrons, parametrised")
struct HadronCascadeTests {
  private static let response = HadronResponse(resolution: EnergyResolution(stochastic: 0.6))

  @Test("the probability to meet no nucleus is exp(-depth)")
  func punchThrough() {
    let cascade = HadronCascade([
      .init(depth: 1, response: Self.response), .init(depth: 2, response: nil),
    ])
    #expect(abs(cascade.punchThrough - exp(-3.0)) < 1e-15)
    var random = RandomStream(seed: 1, name: "hadrons")
    var energies = [0.0, 0.0]
    var passed = 0
    let count = 200_000
    for _ in 0..<count
    where cascade.draw(energy: 50, into: &energies, from: &random) == 50 { passed += 1 }
    let expected = exp(-3.0) * Double(count)
    #expect(abs(Double(passed) - expected) < 4 * expected.squareRoot())
  }

  @Test("without smearing, energy is shared and leaked, never made")
  func conservation() {
    let exact = HadronResponse(resolution: EnergyResolution())
    let cascade = HadronCascade([
      .init(depth: 1.57, response: exact), .init(depth: 6, response: exact),
    ])
    var random = RandomStream(seed: 2, name: "hadrons")
    var energies = [0.0, 0.0]
    for _ in 0..<10_000 {
      let leaked = cascade.draw(energy: 100, into: &energies, from: &random)
      #expect(abs(energies[0] + energies[1] + leaked - 100) < 1e-9)
      #expect(energies.allSatisfy { $0 >= 0 } && leaked >= 0)
    }
  }

  @Test("six interaction lengths hold 96% of 100 GeV on average")
  func containment() {
    let cascade = HadronCascade([.init(depth: 6, response: Self.response)])
    var random = RandomStream(seed: 5, name: "hadrons")
    var energies = [0.0]
    let leaked = (0..<50_000).reduce(0.0) { sum, _ in
      sum + cascade.draw(energy: 100, into: &energies, from: &random)
    }
    #expect(abs(leaked / 50_000 - 3.6) < 0.5)
  }

  @Test("a deep calorimeter contains 100 GeV with the declared resolution")
  func resolution() {
    let cascade = HadronCascade([.init(depth: 29.6, response: Self.response)])
    var random = RandomStream(seed: 3, name: "hadrons")
    var energies = [0.0]
    var (sum, square) = (0.0, 0.0)
    let count = 20_000
    for _ in 0..<count {
      _ = cascade.draw(energy: 100, into: &energies, from: &random)
      sum += energies[0]
      square += energies[0] * energies[0]
    }
    let mean = sum / Double(count)
    let rms = (square / Double(count) - mean * mean).squareRoot()
    #expect(abs(mean - 100) < 0.2)
    #expect(abs(rms - 6) < 0.2)
  }

  @Test("a muon's light saturates as that of its scale does")
  func saturation() throws {
    let hcal = try Shipped.calorimeter("na64-hcal")
    let birks = try #require(hcal.birks)
    let muon = try #require(
      MuonResponse(in: hcal, scale: 1, momentum: 100, mass: 0.105_658_375_5))
    var random = RandomStream(seed: 6, name: "muons")
    let draws = (0..<20_001).map { _ in muon.draw(from: &random) }.sorted()
    random = RandomStream(seed: 7, name: "muons")
    let losses = (0..<20_001).map { _ in muon.ionisation.draw(from: &random) }.sorted()
    // Nine muons of ten radiate nothing.
    let rate = 1e3 * muon.ionisation.mean / (Double(hcal.layers) * hcal.active.thickness)
    #expect(birks * rate > 0.02)
    #expect(abs(draws[2000] / losses[2000] * (1 + birks * rate) - 1) < 0.01)
  }

  @Test("a muon leaves its ionisation, and rarely far more")
  func muons() throws {
    let hcal = try Shipped.calorimeter("na64-hcal")
    let muon = try #require(
      MuonResponse(in: hcal, scale: 1, momentum: 100, mass: 0.105_658_375_5))
    // 768 mm of polystyrene at 0.2 MeV/mm and the relativistic rise.
    #expect(muon.ionisation.mostProbable > 0.13 && muon.ionisation.mostProbable < 0.2)
    var random = RandomStream(seed: 4, name: "muons")
    let draws = (0..<20_000).map { _ in muon.draw(from: &random) }
    let share = Double(draws.count { $0 > 20 }) / Double(draws.count)
    // dN/dv = bX/v above 0.2, with bX = 0.0138.
    #expect(share > 0.01 && share < 0.04, "\(share)")
  }
}
