// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Matter
import Numerics
import Production
import Quantities
import Storage
import Testing

@Suite("Resonant annihilation")
struct ResonantAnnihilationTests {
  static let hydrogen = TargetAtom(z: 1, atomicWeight: 1.008, mass: 0.938)
  static let m = Electron.mass
  static let masses = PerLepton(electron: Electron.mass, muon: 0.105_658_375_5, tau: 1.776_93)

  static func boson(
    _ structure: LorentzStructure = .vector, mass: Double, epsilon: Double = 1e-4,
    dark: DarkMatter? = nil, alpha: Double = 0.1
  ) -> AnnihilatingBoson {
    AnnihilatingBoson(
      structure, mass: mass, leptons: .each(epsilon * PhysicalConstants.naturalCharge),
      leptonMasses: masses, dark: dark.map { DarkCoupling($0, alpha: alpha) })
  }

  /// The columns of the reference: mass in MeV, E / E_res, E_res in GeV, pb per electron.
  static let reference: [[Double]] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Reference/annihilation.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: ",").compactMap { Double($0) } }
  }()

  @Test("vector into Dirac dark matter agrees with the reference", arguments: reference)
  func numbers(_ row: [Double]) throws {
    try #require(row.count == 4)
    let mass = row[0] * 1e-3
    let process = try ResonantAnnihilation(
      Self.boson(mass: mass, dark: .dirac(mass: mass / 3)), into: .dark, on: Self.hydrogen)
    let peak = try #require(process.resonance)
    #expect(deviation(peak, from: row[2]) < 1e-6)
    // The reference leaves m_e out of the flux: 4 m_e^2 / s is 1.3e-4 at most.
    #expect(deviation(process.perElectron(at: row[1] * peak), from: row[3]) < 1.5e-4)
  }

  @Test("the reference is there")
  func referenceIsThere() { #expect(Self.reference.count == 8) }

  @Test("each atom counts its electrons")
  func atoms() throws {
    let lead = TargetAtom(z: 82, atomicWeight: 207.2, mass: 193)
    let process = try ResonantAnnihilation(
      Self.boson(mass: 0.1, dark: .dirac(mass: 0.03)), into: .dark, on: lead)
    #expect(try process.total(at: 9).value == 82 * process.perElectron(at: 9))
  }

  @Test(
    "off the peak it is the amplitude of explicit Dirac matrices, spin-0 part of an axial X included",
    arguments: LorentzStructure.allCases, [1.1e-3, 5e-3])
  func traces(_ structure: LorentzStructure, _ mass: Double) throws {
    let spinOne = structure == .vector || structure == .axial
    for final in spinOne ? [LorentzStructure.vector, .axial] : [structure] {
      let particle = 0.4 * mass
      let dark: DarkMatter = final == .axial ? .axialDirac(mass: particle) : .dirac(mass: particle)
      let process = try ResonantAnnihilation(
        Self.boson(structure, mass: mass, dark: dark, alpha: 1e-9), into: .dark, on: Self.hydrogen)
      let rule = try GaussLegendreRule(points: 6)
      for factor in [1.1, 3, 50] {
        let energy = factor * max(process.threshold, 2 * Self.m)
        let s = 2 * Self.m * (energy + Self.m)
        let sum = rule.integrate(from: -1, to: 1) { c in
          let frame = CentreOfMass(
            invariant: s, (Self.m, Self.m), (particle, particle), cosine: c)
          return frame.crossSection(
            PairAmplitudeTrace.square(
              structure, to: final, electron: Self.m, fermion: particle, mass: mass, frame))
        }
        let couplings =
          16 * Double.pi * .pi * 1e-9 * 1e-8 * PhysicalConstants.fineStructure
        let expected = PhysicalConstants.perGeVSquaredInPb * couplings * sum
        #expect(deviation(process.perElectron(at: energy), from: expected) < 1e-9)
      }
    }
  }

  @Test(
    "on the peak it is the limit of unitarity times both branching ratios",
    arguments: LorentzStructure.allCases, [1.3e-3, 0.05])
  func unitarity(_ structure: LorentzStructure, _ mass: Double) throws {
    let boson = Self.boson(structure, mass: mass, epsilon: 0.3, dark: .dirac(mass: mass / 3))
    let width = boson.totalWidth(mass: mass)
    let process = try ResonantAnnihilation(boson, into: .dark, on: Self.hydrogen)
    let spins = structure == .vector || structure == .axial ? 3.0 : 1
    let momentumSquared = mass * mass / 4 - Self.m * Self.m
    let bound = PhysicalConstants.perGeVSquaredInPb * spins * .pi / momentumSquared
    let branching =
      boson.width(into: .leptons(.electron), mass: mass) * boson.width(into: .dark, mass: mass)
      / (width * width)
    let peak = process.perElectron(at: try #require(process.resonance))
    #expect(deviation(peak, from: bound * branching) < 1e-9)
    #expect(branching < 0.25 && peak < bound)
  }

  @Test("the area of a narrow peak is the closed form", arguments: LorentzStructure.allCases)
  func area(_ structure: LorentzStructure) throws {
    let process = try ResonantAnnihilation(
      Self.boson(structure, mass: 0.0167, dark: .dirac(mass: 0.004), alpha: 1e-5), into: .dark,
      on: Self.hydrogen)
    let peak = try #require(process.resonance)
    // The wings beyond a distance d are a share 2 h / (pi d) of the area.
    let reach = 300 * process.halfWidth
    let sum = try AdaptiveGaussKronrod(relativeError: 1e-7).integrate(
      from: peak - reach, to: peak + reach,
      along: ResonanceAxis(centre: peak, halfWidth: process.halfWidth)
    ) { process.perElectron(at: $0) }
    let expected = try #require(process.strength) * (1 - 2 / (300 * Double.pi))
    #expect(deviation(sum.value, from: expected) < 1e-5)
  }

  @Test("of a vector far above m_e the area is 12 pi^2 Gamma_ee / M in s")
  func literature() throws {
    let process = try ResonantAnnihilation(
      Self.boson(mass: 0.1, dark: .dirac(mass: 0.03)), into: .dark, on: Self.hydrogen)
    let alpha = PhysicalConstants.fineStructure
    // Gamma_ee = alpha epsilon^2 M / 3, so that the area in s is 4 pi^2 alpha epsilon^2.
    let expected =
      4 * .pi * .pi * alpha * 1e-8 / (2 * Self.m) * PhysicalConstants.perGeVSquaredInPb
    #expect(deviation(try #require(process.strength), from: expected) < 2e-4)
  }

  @Test("all final states of a scalar share its peak")
  func finalStates() throws {
    let boson = Self.boson(.scalar, mass: 0.25, dark: .dirac(mass: 0.1), alpha: 1e-9)
    let areas = try [AnnihilationPair.dark, .leptons(.electron), .leptons(.muon)].map {
      try #require(
        try ResonantAnnihilation(boson, into: $0, on: Self.hydrogen).strength)
    }
    let widths = [AnnihilationPair.dark, .leptons(.electron), .leptons(.muon)].map {
      boson.width(into: $0, mass: 0.25)
    }
    #expect(deviation(areas[1] / areas[0], from: widths[1] / widths[0]) < 1e-13)
    #expect(deviation(areas[2] / areas[0], from: widths[2] / widths[0]) < 1e-13)
  }

  @Test(
    "all kinds of dark matter are as the widths say",
    arguments: [
      DarkMatter.majorana(mass: 0.03), .complexScalar(mass: 0.03), .axialDirac(mass: 0.03),
      .pseudoDirac(light: 0.03, heavy: 0.04),
    ])
  func kinds(_ kind: DarkMatter) throws {
    // Both exchange one X of the same fixed width: the ratio is that of the widths at sqrt(s).
    let energy = 8.0
    let root = (2 * Self.m * (energy + Self.m)).squareRoot()
    let boson = Self.boson(mass: 0.1, dark: kind, alpha: 1e-6)
    let process = try ResonantAnnihilation(boson, into: .dark, on: Self.hydrogen)
    let electrons = try ResonantAnnihilation(
      boson, into: .leptons(.electron), on: Self.hydrogen)
    let ratio = process.perElectron(at: energy) / electrons.perElectron(at: energy)
    let expected =
      1e-6 * kind.width(mass: root) / boson.width(into: .leptons(.electron), mass: root)
    #expect(deviation(ratio, from: expected) < 1e-12)
  }

  @Test("the running width agrees on the peak and differs by Gamma / M in the wings")
  func running() throws {
    let boson = Self.boson(mass: 0.1, dark: .dirac(mass: 0.1 / 3))
    let fixed = try ResonantAnnihilation(boson, into: .dark, on: Self.hydrogen)
    let running = try ResonantAnnihilation(
      boson, into: .dark, on: Self.hydrogen, propagator: .running)
    let peak = try #require(fixed.resonance)
    #expect(deviation(running.perElectron(at: peak), from: fixed.perElectron(at: peak)) < 1e-12)
    #expect(
      abs(
        deviation(running.perElectron(at: 0.8 * peak), from: fixed.perElectron(at: 0.8 * peak))
          - 0.0100)
        < 0.0002)
  }

  @Test("the error says where the digits of the energy do not resolve the peak")
  func digits() throws {
    let wide = try ResonantAnnihilation(
      Self.boson(mass: 0.1, dark: .dirac(mass: 0.03)), into: .dark, on: Self.hydrogen)
    let narrow = try ResonantAnnihilation(
      Self.boson(mass: 0.1, epsilon: 1e-6), into: .leptons(.electron), on: Self.hydrogen)
    let peak = try #require(wide.resonance)
    #expect(narrow.halfWidth < 20 * peak.ulp)
    #expect(try wide.total(at: peak).relativeError < 1e-13)
    #expect(try narrow.total(at: 2 * peak).relativeError < 1e-13)
    #expect(try narrow.total(at: peak.nextUp).relativeError > 0.05)
  }

  @Test("mediators bring all their channels into the width")
  func mediators() throws {
    let data = try AtomicElectronsTests.data()
    let world = try VisibleSector(from: data, particles: ParticleTable(from: data))
    // At 0.77 GeV most of the visible width is hadrons.
    let photon = DarkPhoton(
      mass: .gev(0.77), epsilon: 1e-2, dark: DarkCoupling(.majorana(mass: 0.2), alpha: 1e-5))
    let vector = AnnihilatingBoson(photon, in: world)
    let width = photon.decays(in: world).totalWidth
    #expect(deviation(vector.totalWidth(mass: 0.77), from: width) < 1e-12)
    #expect(vector.otherWidth > 0.3 * width)
    for structure in LorentzStructure.allCases {
      let mediator = LeptonicMediator(
        mass: .gev(0.25), structure: structure, leptons: .each(1e-3),
        photon: .perGeV(structure == .pseudoscalar ? 1e-2 : 0),
        dark: .init(mass: 0.1, coupling: 1e-3))
      let boson = AnnihilatingBoson(mediator, in: world)
      let table = mediator.decays(in: world)
      #expect(deviation(boson.totalWidth(mass: 0.25), from: table.totalWidth) < 1e-12)
      let dark = try #require(table["chi chi~"]?.width)
      #expect(deviation(boson.width(into: .dark, mass: 0.25), from: dark) < 1e-12)
    }
  }

  @Test("without a peak the cross section stands, and says so")
  func closed() throws {
    let light = try ResonantAnnihilation(
      Self.boson(mass: 9e-4, dark: .dirac(mass: 1e-4)), into: .dark, on: Self.hydrogen)
    #expect(light.notes == ["no resonance: X is not heavier than e+ e-"])
    #expect(light.resonance == nil && light.strength == nil && light.threshold == Self.m)
    #expect(light.perElectron(at: 1) > 0)
    let closed = try ResonantAnnihilation(
      Self.boson(mass: 0.05, dark: .dirac(mass: 0.03)), into: .dark, on: Self.hydrogen)
    #expect(
      closed.notes
        == ["no resonance: X is not heavier than the pair, which it makes off its mass shell"])
    #expect(deviation(closed.threshold, from: 0.0036 / (2 * Self.m) - Self.m) < 1e-12)
    #expect(closed.perElectron(at: closed.threshold) == 0)
    let leptons = try ResonantAnnihilation(
      Self.boson(mass: 0.05), into: .leptons(.electron), on: Self.hydrogen)
    #expect(leptons.notes == ["X in the s channel alone: no photon, no interference, no exchange"])
    #expect(leptons.range(of: .energyFraction, at: 10) == nil)
    #expect(throws: ProductionError.self) {
      try leptons.differential(in: .energyFraction, at: 0.5, energy: 10)
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let boson: AnnihilatingBoson
    let pair: AnnihilationPair
    let text: String
    var testDescription: String { text }
  }

  @Test(
    "what cannot be is refused with the reason",
    arguments: [
      Refusal(
        boson: boson(mass: 0.1, dark: .dirac(mass: 0.03), alpha: 2), pair: .dark,
        text: "no resonance of width 0.06293 GeV (it is comparable with the mass, 0.1 GeV, or above"
          + " it: no particle, and no Breit-Wigner form) lower the couplings until the width is at"
          + " most half of the mass"),
      Refusal(
        boson: boson(mass: 0.1, dark: .dirac(mass: 0.03), alpha: 0), pair: .dark,
        text: "no annihilation into dark matter (X has no coupling to it, or alpha_D is zero) give"
          + " the kind and mass of the dark particle and alpha_D above zero"),
      Refusal(
        boson: boson(mass: 0.1, epsilon: 0, dark: .dirac(mass: 0.03)), pair: .dark,
        text: "no production on electrons (the coupling of X to the electron is zero) give epsilon,"
          + " or the coupling to the electron"),
      Refusal(
        boson: boson(.scalar, mass: 0.1, dark: .majorana(mass: 0.03)), pair: .dark,
        text: "no scalar coupling to this kind of dark matter (majorana, pseudo-dirac, scalar"
          + " and axial-dirac belong to mediators of spin 1) choose dirac"),
      Refusal(
        boson: AnnihilatingBoson(
          .vector, mass: 0.5, leptons: PerLepton(electron: 1e-3, muon: 0, tau: 0),
          leptonMasses: masses), pair: .leptons(.muon),
        text: "no annihilation into mu+ mu- (X does not couple to it) choose another final state,"
          + " or give the coupling"),
    ])
  func refusals(_ refusal: Refusal) {
    let error = #expect(throws: ProductionError.self) {
      try ResonantAnnihilation(refusal.boson, into: refusal.pair, on: Self.hydrogen)
    }
    #expect(error?.description == refusal.text)
  }
}
