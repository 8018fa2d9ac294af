// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Matter
import Numerics
import Production
import Quantities
import Storage
import Testing

@Suite("Atomic electrons that move")
struct AtomicElectronsTests {
  static func data() throws -> DataFolder {
    let checkout = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try DataFolder.find(named: checkout.appending(path: "Data").path)
  }

  static func electrons(_ z: Int) throws -> AtomicElectrons {
    let element = try #require(try ElementTable(from: data()).element(z: z))
    return AtomicElectrons(of: element, try SlaterRules(from: data()))
  }

  static func process(
    _ motion: AtomicElectrons?, z: Double, alpha: Double
  ) throws -> ResonantAnnihilation {
    let boson = AnnihilatingBoson(
      .vector, mass: 0.0167, leptons: .each(1e-4),
      leptonMasses: PerLepton(electron: Electron.mass, muon: 0.106, tau: 1.777),
      dark: DarkCoupling(.dirac(mass: 0.004), alpha: alpha))
    return try ResonantAnnihilation(
      boson, into: .dark, on: TargetAtom(z: z, atomicWeight: 2 * z, mass: 2 * z), motion: motion)
  }

  @Test(
    "the kinetic energy of all electrons is that of Hartree and Fock within 2.2%",
    arguments: [
      (2, 2.8617), (10, 128.547), (18, 526.817), (36, 2752.05), (54, 7232.14), (86, 21866.8),
    ])
  func kineticEnergy(_ z: Int, _ hartree: Double) throws {
    let alpha = PhysicalConstants.fineStructure
    let electrons = try Self.electrons(z)
    let kinetic = electrons.shells.reduce(0) {
      $0 + $1.count * $1.momentum * $1.momentum / (2 * alpha * alpha)
    }
    #expect(electrons.count == Double(z))
    #expect(deviation(kinetic, from: hartree) < 0.022)
  }

  @Test("Slater's screening of lead, worked out by hand")
  func lead() throws {
    let shells = try Self.electrons(82).shells
    let alpha = PhysicalConstants.fineStructure
    #expect(shells.map(\.count) == [2, 8, 8, 10, 8, 10, 14, 8, 10, 4])
    #expect(deviation(shells[0].momentum, from: alpha * 81.7) < 1e-12)
    #expect(deviation(shells[1].momentum, from: alpha * (82 - 7 * 0.35 - 2 * 0.85) / 2) < 1e-12)
    #expect(deviation(shells[6].momentum, from: alpha * (82 - 13 * 0.35 - 46) / 3.7) < 1e-12)
    #expect(
      deviation(shells[9].momentum, from: alpha * (82 - 3 * 0.35 - 18 * 0.85 - 60) / 4.2) < 1e-12)
  }

  @Test("the energy integral is that of electrons at rest", arguments: [0.05, 1e-3])
  func sumRule(_ alpha: Double) throws {
    let electrons = try Self.electrons(26)
    let moving = try Self.process(electrons, z: 26, alpha: alpha)
    let resting = try Self.process(nil, z: 26, alpha: alpha)
    let peak = try #require(resting.resonance)
    func integral(_ process: ResonantAnnihilation, _ scale: Double) throws -> Double {
      var sum = 0.0
      let ends = [process.threshold, 0.5 * peak, 0.8 * peak, 0.95 * peak, 0.99 * peak, peak]
      let mirrored = [1.01 * peak, 1.05 * peak, 1.2 * peak, 2 * peak, 10 * peak, 1e3 * peak]
      let all = ends + mirrored
      for (start, end) in zip(all, all.dropFirst()) {
        sum += try AdaptiveGaussKronrod(relativeError: 1e-5).integrate(
          from: start, to: end, along: ResonanceAxis(centre: peak, halfWidth: scale)
        ) { try process.total(at: $0).value }.value
      }
      return sum
    }
    let still = try integral(resting, resting.halfWidth)
    let folded = try integral(moving, 0.01 * peak)
    #expect(deviation(folded, from: still) < 1e-4)
  }

  @Test("a narrow peak takes the profile of the shell")
  func narrow() throws {
    let kappa = 0.05
    let shell = AtomicElectrons(shells: [.init(count: 2, momentum: kappa)])
    for alpha in [1e-6, 1e-10] {
      let process = try Self.process(shell, z: 2, alpha: alpha)
      let peak = try #require(process.resonance)
      let area = try #require(process.strength)
      for energy in [0.93 * peak, 0.99 * peak, peak, 1.05 * peak] {
        let v = 1 - peak / energy
        let profile = 8 * pow(kappa, 5) / (3 * .pi) / pow(v * v + kappa * kappa, 3)
        let expected = 2 * profile * peak / energy * area / energy
        #expect(deviation(try process.total(at: energy).value, from: expected) < 1e-4)
      }
    }
  }

  @Test("the fold has an answer at all energies, from MeV to TeV, light X and heavy")
  func everywhere() throws {
    let electrons = try Self.electrons(82)
    let lead = TargetAtom(z: 82, atomicWeight: 207.2, mass: 193)
    for mass in [5e-4, 1.1e-3, 0.0167, 0.3] {
      for (alpha, pair) in [(0.1, AnnihilationPair.dark), (0, .leptons(.electron))] {
        let boson = AnnihilatingBoson(
          .vector, mass: mass, leptons: .each(1e-5),
          leptonMasses: PerLepton(electron: Electron.mass, muon: 0.106, tau: 1.777),
          dark: DarkCoupling(.dirac(mass: mass / 3), alpha: alpha))
        let process = try ResonantAnnihilation(boson, into: pair, on: lead, motion: electrons)
        for power in stride(from: -3.0, through: 3, by: 0.23) {
          let energy = process.threshold + pow(10, power)
          let sigma = try process.total(at: energy)
          #expect(sigma.value > 0 && sigma.error < 1e-6 * sigma.value)
        }
      }
    }
  }

  @Test("slow electrons are as good as resting ones")
  func slow() throws {
    let shell = AtomicElectrons(shells: [.init(count: 1, momentum: 1e-5)])
    let moving = try Self.process(shell, z: 1, alpha: 0.1)
    let resting = try Self.process(nil, z: 1, alpha: 0.1)
    let peak = try #require(resting.resonance)
    for factor in [0.5, 0.9, 1, 1.1, 3] {
      let value = try moving.total(at: factor * peak).value
      #expect(deviation(value, from: resting.perElectron(at: factor * peak)) < 1e-5)
    }
  }

  @Test("the electrons of another atom are refused")
  func mismatch() throws {
    let error = #expect(throws: ProductionError.self) {
      try Self.process(try Self.electrons(26), z: 82, alpha: 0.1)
    }
    #expect(
      error?.description
        == "electrons of another atom (they are 26.0, the charge is 82.0)"
        + " give the electrons of the same element")
  }
}
