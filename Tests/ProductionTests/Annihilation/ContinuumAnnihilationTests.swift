// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Matter
import Numerics
import Production
import Quantities
import Testing

@Suite("Annihilation into a photon and X")
struct ContinuumAnnihilationTests {
  static let hydrogen = TargetAtom(z: 1, atomicWeight: 1.008, mass: 0.938)
  static let m = Electron.mass

  static func process(_ structure: LorentzStructure, mass: Double, cut: Double? = nil) throws
    -> ContinuumAnnihilation
  {
    try ContinuumAnnihilation(
      RadiatedBoson(structure, mass: mass, epsilon: 1), on: hydrogen, softestPhoton: cut)
  }

  @Test("the spectrum is that of explicit Dirac matrices", arguments: LorentzStructure.allCases)
  func traces(_ structure: LorentzStructure) throws {
    var random = RandomStream(seed: 12, name: "annihilation traces", event: 0)
    var worst = 0.0
    for _ in 0..<40 {
      let mass = Self.m * exp(4 * random.uniform() - 1)
      let process = try Self.process(structure, mass: mass)
      let energy = process.threshold * (1.05 + 4 * random.uniform())
      let frame = CentreOfMass(
        invariant: 2 * Self.m * (energy + Self.m), (Self.m, Self.m), (mass, 0),
        cosine: 2 * random.uniform() - 1)
      let square = PhotonAmplitudeTrace.annihilation(
        structure, electron: Self.m, mass: mass, first: frame.incoming[1],
        anti: frame.incoming[0], photon: frame.outgoing[1], boson: frame.outgoing[0])
      let lab = frame.energyInLaboratory(of: Self.m)
      let charges = pow(4 * Double.pi * PhysicalConstants.fineStructure, 2)
      let expected =
        PhysicalConstants.perGeVSquaredInPb * charges * frame.crossSection(square) * energy
        / lab.slope
      let found = try process.differential(
        in: .energyFraction, at: lab.value / energy, energy: energy)
      worst = max(worst, deviation(found.value, from: expected))
    }
    #expect(worst < 1e-9)
  }

  @Test(
    "a massless vector is twice the two photons of Heitler, which are identical",
    arguments: [1.0001, 1.1, 2, 100, 2e5])
  func heitler(_ gamma: Double) throws {
    let radius = PhysicalConstants.classicalElectronRadius
    let square = gamma * gamma - 1
    let photons =
      .pi * radius * radius * 1e10 / (gamma + 1)
      * ((gamma * gamma + 4 * gamma + 1) / square * acosh(gamma)
        - (gamma + 3) / square.squareRoot())
    let found = try Self.process(.vector, mass: 1e-12).total(at: gamma * Self.m)
    #expect(deviation(found.value, from: 2 * photons) < 1e-7)
  }

  @Test("far above m_e it is the radiator of the literature, (s^2 + M^4) / (s^2 (s - M^2))")
  func logarithm() throws {
    let (mass, energy) = (0.0167, 10.0)
    let s = 2 * Self.m * (energy + Self.m)
    let alpha = PhysicalConstants.fineStructure
    let expected =
      4 * .pi * alpha * alpha * (log(s / (Self.m * Self.m)) - 1) * (s * s + pow(mass, 4))
      / (s * s * (s - mass * mass)) * PhysicalConstants.perGeVSquaredInPb
    let found = try Self.process(.vector, mass: mass).total(at: energy)
    #expect(deviation(found.value, from: expected) < 2e-3)
  }

  @Test(
    "a soft photon multiplies the resonance by the classical radiator",
    arguments: LorentzStructure.allCases, [1.5e-3, 0.0167])
  func softPhoton(_ structure: LorentzStructure, _ mass: Double) throws {
    // d sigma / ds' = (2 alpha / pi) (eta coth eta - 1) / (s - s') sigma(s'), eta the rapidity.
    let charge = PhysicalConstants.naturalCharge
    let resonant = try ResonantAnnihilation(
      AnnihilatingBoson(
        structure, mass: mass, leptons: PerLepton(electron: charge, muon: 0, tau: 0),
        leptonMasses: PerLepton(electron: Self.m, muon: 0.106, tau: 1.777)),
      into: .leptons(.electron), on: Self.hydrogen)
    let peak = try #require(resonant.resonance)
    let area = try #require(resonant.strength)
    let energy = peak * (1 + 1e-6)
    let momentum = ((energy - Self.m) * (energy + Self.m)).squareRoot()
    let classical = energy / momentum * acosh(energy / Self.m) - 1
    let expected =
      2 * PhysicalConstants.fineStructure / .pi * classical * area / (energy - peak)
    let found = try Self.process(structure, mass: mass, cut: 0).total(at: energy)
    #expect(deviation(found.value, from: expected) < 1e-5)
  }

  @Test(
    "spectra integrate to the closed form", arguments: LorentzStructure.allCases,
    [1e-5, 1.2e-3, 16.7e-3, 0.1])
  func closure(_ structure: LorentzStructure, _ mass: Double) throws {
    let process = try Self.process(structure, mass: mass)
    for energy in [process.threshold * 1.001, process.threshold * 1.7 + 1e-3, 100] {
      let total = try process.total(at: energy).value
      let fractions = try #require(process.range(of: .energyFraction, at: energy))
      let overFractions = try AdaptiveGaussKronrod(relativeError: 1e-9).integrate(
        from: fractions.lowerBound, to: fractions.upperBound
      ) { try process.differential(in: .energyFraction, at: $0, energy: energy).value }
      #expect(deviation(overFractions.value, from: total) < 1e-8)
      let angles = try #require(process.range(of: .angle, at: energy))
      let overAngles = try AdaptiveGaussKronrod(relativeError: 1e-6).integrate(
        from: 0, to: angles.upperBound
      ) { try process.differential(in: .angle, at: $0, energy: energy).value }
      #expect(deviation(overAngles.value, from: total) < 1e-5)
    }
  }

  @Test("the cut on the photon moves the threshold, and only that")
  func cut() throws {
    let open = try Self.process(.vector, mass: 0.1, cut: 0)
    let cut = try Self.process(.vector, mass: 0.1)
    let resonance = 0.01 / (2 * Self.m) - Self.m
    #expect(deviation(open.threshold, from: resonance) < 1e-14)
    // s - M^2 = 2 omega sqrt(s), omega = 1e-3 M.
    #expect(deviation(cut.threshold, from: resonance * 1.002) < 1e-5)
    #expect(try cut.total(at: resonance * 1.0015).value == 0)
    #expect(try cut.total(at: 20).value == open.total(at: 20).value)
    let error = #expect(throws: ProductionError.self) {
      try Self.process(.vector, mass: 0.1, cut: -1)
    }
    #expect(
      error?.description
        == "invalid photon cut -1.0 GeV (it is an energy, zero or above)"
        + " give a cut such as 1e-3 of the mass of X")
  }
}
