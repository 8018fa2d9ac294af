// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Kinematics
import Matter
import Numerics
import Production
import Testing

@Suite("Sampling two bodies")
struct TwoBodySamplerTests {
  /// Tests spectra in x and theta over many seeds, weights, and four-momenta.
  ///
  /// - Parameters:
  ///   - sampler: draws the events.
  ///   - process: has the spectra.
  ///   - mass: the mass of X in GeV.
  ///   - projectile: the mass of the projectile in GeV.
  ///   - target: the mass of the target in GeV.
  ///   - variables: the spectra to test.
  /// - Throws: where a spectrum cannot be computed.
  static func check<Channel>(
    _ sampler: TwoBodySampler<Channel>, of process: some Production.Process, mass: Double,
    projectile: Double, target: Double, variables: [SpectrumVariable]
  ) throws {
    let energy = sampler.energy
    #expect(sampler.excess < 1e-5)
    #expect(sampler.crossSection == (try process.total(at: energy).value))
    for variable in variables {
      let range = try #require(process.range(of: variable, at: energy))
      let scale = variable == .angle ? min(1e-2, mass / energy) * 1e-2 : 1e-5
      let curve = try SpectrumCurve(range, low: scale, high: 1e-6, cells: 500) {
        try process.differential(in: variable, at: $0, energy: energy).value
      }
      #expect(deviation(curve.integral, from: sampler.crossSection) < 1e-3, "\(variable)")
      let values = (1...20).map { seed in
        var stream = RandomStream(seed: UInt64(seed), name: "two bodies")
        return GoodnessOfFit.kolmogorovSmirnov(
          (0..<3000).map { _ in
            let boson = sampler.draw(using: &stream).boson
            return curve(variable == .angle ? boson.angle : boson.energy / energy)
          })
      }
      #expect(GoodnessOfFit.passes(values), "\(variable) \(values)")
    }
    var stream = RandomStream(seed: 2, name: "two bodies")
    var weights = WeightTally()
    var worst = 0.0
    let momentum = ((energy - projectile) * (energy + projectile)).squareRoot()
    for _ in 0..<20_000 {
      let event = sampler.drawWeighted(using: &stream)
      weights.add(event.weight)
      let other = try #require(event.companion ?? event.recoil)
      let left =
        event.boson.energy + (other.mass == target ? other.kineticEnergy : other.energy - target)
      let sum = event.boson.momentum + other.momentum - ThreeVector(0, 0, momentum)
      worst = max(worst, (left - energy).magnitude, sum.length)
      if event.boson.mass != mass || (event.companion == nil) != (sampler.companion == nil) {
        worst = .infinity
      }
    }
    #expect(worst < 1e-14 * energy + 4e-16 * target)
    #expect((weights.mean - 1).magnitude < 5.5 * weights.error + 1e-6)
  }

  @Test("the closed form of gamma Z -> a Z has no events to draw")
  func closedForm() {
    let process = PrimakoffProduction(
      mass: 0.1, coupling: 1e-3, on: Bench.lead, method: .closed)
    #expect(throws: ProductionError.self) { try process.sampler(at: 10) }
  }

  @Test(
    "gamma Z -> a Z follows its spectrum in theta",
    arguments: [PrimakoffMethod.flux, .exact], [(1e-3, 10.0), (0.3, 10), (1, 1.2)])
  func primakoff(_ method: PrimakoffMethod, _ point: (mass: Double, energy: Double)) throws {
    let process = PrimakoffProduction(
      mass: point.mass, coupling: 1e-3, on: Bench.lead, method: method)
    try Self.check(
      process.sampler(at: point.energy), of: process, mass: point.mass, projectile: 0,
      target: Bench.lead.mass, variables: [.angle])
  }

  @Test(
    "gamma e- -> X e- follows its spectra", arguments: LorentzStructure.allCases,
    [(1e-6, 10.0), (16.7e-3, 100), (1e-3, 2.5e-3)])
  func compton(_ structure: LorentzStructure, _ point: (mass: Double, energy: Double)) throws {
    let process = try ComptonScattering(
      RadiatedBoson(structure, mass: point.mass, epsilon: 1), on: Bench.lead)
    try Self.check(
      process.sampler(at: point.energy), of: process, mass: point.mass, projectile: 0,
      target: Electron.mass, variables: [.energyFraction])
  }

  @Test(
    "e+ e- -> gamma X follows its spectra", arguments: LorentzStructure.allCases,
    [(1e-3, 10.0), (16.7e-3, 100), (16.7e-3, 0.3)])
  func continuum(_ structure: LorentzStructure, _ point: (mass: Double, energy: Double)) throws {
    let process = try ContinuumAnnihilation(
      RadiatedBoson(structure, mass: point.mass, epsilon: 1), on: Bench.lead)
    try Self.check(
      process.sampler(at: point.energy), of: process, mass: point.mass,
      projectile: Electron.mass, target: Electron.mass, variables: [.energyFraction])
  }

  @Test("e+ e- -> X has all of the momentum and the mass sqrt(s)")
  func resonance() throws {
    let boson = AnnihilatingBoson(
      .vector, mass: 0.1, leptons: .each(1e-3),
      leptonMasses: PerLepton(electron: Electron.mass, muon: Bench.muon, tau: 1.777),
      dark: DarkCoupling(.dirac(mass: 0.03), alpha: 0.1))
    let process = try ResonantAnnihilation(boson, into: .dark, on: Bench.lead)
    let sampler = try process.sampler(at: 10)
    var stream = RandomStream(seed: 3, name: "resonance")
    let event = sampler.draw(using: &stream)
    #expect(stream.position == 0)
    #expect(event.companion == nil)
    #expect(event.recoil == nil)
    #expect(sampler.crossSection == (try process.total(at: 10).value))
    #expect(deviation(event.boson.energy, from: 10 + Electron.mass) < 1e-15)
    #expect(
      deviation(event.boson.mass, from: (2 * Electron.mass * (10 + Electron.mass)).squareRoot())
        < 1e-15)
    #expect(message { _ = try process.sampler(at: 1) }?.hasPrefix("no events at 1.0 GeV") == true)
  }
}
