// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Matter
import Numerics
import Production
import Quantities
import Testing

@Suite("Compton scattering into X")
struct ComptonScatteringTests {
  static let hydrogen = TargetAtom(z: 1, atomicWeight: 1.008, mass: 0.938)
  static let m = Electron.mass

  static func process(_ structure: LorentzStructure, mass: Double) throws -> ComptonScattering {
    try ComptonScattering(
      RadiatedBoson(structure, mass: mass, epsilon: 1), on: hydrogen)
  }

  @Test("the spectrum is that of explicit Dirac matrices", arguments: LorentzStructure.allCases)
  func traces(_ structure: LorentzStructure) throws {
    var random = RandomStream(seed: 11, name: "compton traces", event: 0)
    var worst = 0.0
    for _ in 0..<40 {
      let mass = Self.m * exp(4 * random.uniform() - 1)
      let process = try Self.process(structure, mass: mass)
      let energy = process.threshold * (1 + 4 * random.uniform()) + Self.m * random.uniform()
      let frame = CentreOfMass(
        invariant: Self.m * (Self.m + 2 * energy), (0, Self.m), (mass, Self.m),
        cosine: 2 * random.uniform() - 1)
      let square = PhotonAmplitudeTrace.compton(
        structure, electron: Self.m, mass: mass, photon: frame.incoming[0],
        first: frame.incoming[1], boson: frame.outgoing[0], last: frame.outgoing[1])
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
    "a massless vector is the formula of Klein and Nishina",
    arguments: [1e-6, 1e-4, 5e-4, 1e-2, 1, 100])
  func kleinNishina(_ energy: Double) throws {
    let k = energy / Self.m
    let radius = PhysicalConstants.classicalElectronRadius
    let l = log1p(2 * k)
    let square = 1 + 2 * k
    let bracket =
      k < 0.01
      ? 4.0 / 3 * (1 - 2 * k + 5.2 * k * k - 13.3 * k * k * k)
      : (1 + k) / (k * k) * (2 * (1 + k) / square - l / k) + l / (2 * k)
        - (1 + 3 * k) / (square * square)
    let expected = 2 * .pi * radius * radius * 1e10 * bracket
    let found = try Self.process(.vector, mass: 1e-12).total(at: energy)
    #expect(deviation(found.value, from: expected) < 1e-7)
  }

  @Test(
    "spectra integrate to the closed form", arguments: LorentzStructure.allCases,
    [1e-6, 3e-4, 16.7e-3, 0.1])
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

  @Test("keV masses at 100 GeV and the edge of threshold keep their digits")
  func stability() throws {
    for structure in [LorentzStructure.vector, .scalar, .pseudoscalar] {
      let process = try Self.process(structure, mass: 1e-6)
      let total = try process.total(at: 100)
      #expect(total.value > 0 && total.error < 1e-12 * total.value)
      let lighter = try Self.process(structure, mass: 1e-9).total(at: 100)
      #expect(deviation(total.value, from: lighter.value) < 1e-5)
    }
    // An S wave: the cross section opens as the square root of the distance.
    let vector = try Self.process(.vector, mass: 0.01)
    let near = try vector.total(at: vector.threshold * (1 + 1e-10)).value
    let nearer = try vector.total(at: vector.threshold * (1 + 1e-12)).value
    #expect(deviation(near / nearer, from: 10) < 1e-4)
    #expect(try vector.total(at: vector.threshold).value == 0)
  }

  @Test("an X without mass or coupling is refused with the reason")
  func refusals() {
    #expect(throws: ProductionError.self) { try Self.process(.vector, mass: 0) }
    let error = #expect(throws: ProductionError.self) {
      try ComptonScattering(
        RadiatedBoson(.vector, mass: 0.01, epsilon: 0), on: Self.hydrogen)
    }
    #expect(
      error?.description
        == "no production on electrons (the coupling of X to the electron is zero)"
        + " give epsilon, or the coupling to the electron")
  }
}
