// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Flight
import Kinematics
import Numerics
import Testing

@Suite("Modes by name")
struct DecayModeBuilderTests {
  static func builder(
    _ structure: LorentzStructure, _ dark: DarkMatter? = nil, _ polarisation: Polarisation = .none
  ) -> DecayModeBuilder {
    DecayModeBuilder(
      mass: 1, structure: structure, leptonMasses: DecayMenuTests.leptons, dark: dark,
      polarisation: polarisation)
  }

  @Test(
    "each dark pair has its masses",
    arguments: [
      DarkMatter.dirac(mass: 0.2), .majorana(mass: 0.2), .axialDirac(mass: 0.2),
      .complexScalar(mass: 0.2), .pseudoDirac(light: 0.2, heavy: 0.3),
    ])
  func dark(matter: DarkMatter) throws {
    let mode = try Self.builder(.vector, matter).mode(ofChannel: matter.pairName)
    guard case .pair(let decay)? = mode?.dynamics else {
      Issue.record("no pair")
      return
    }
    #expect(decay.kinematics.firstMass == 0.2)
    #expect(decay.kinematics.firstMass + decay.kinematics.secondMass == matter.threshold)
    #expect(mode?.daughters == matter.pairName.split(separator: " ").map(String.init))
  }

  @Test("polarisation counts for spin 1 alone, and the mode says so")
  func angles() throws {
    func angles(_ structure: LorentzStructure, _ polarisation: Polarisation) throws -> String? {
      try Self.builder(structure, nil, polarisation).mode(ofChannel: "mu+ mu-")?.angles
    }
    #expect(try angles(.scalar, .transverse) == "isotropic: the parent has no spin")
    #expect(try angles(.vector, .none) == "isotropic: unpolarised")
    #expect(
      try angles(.axial, .longitudinal)
        == "by helicity amplitudes: helicity 0 with a share of 1.0, +1 and -1 alike")
  }

  @Test("photons and neutrinos have no mass, hadrons no final state")
  func others() throws {
    let scalar = Self.builder(.scalar)
    #expect(try scalar.mode(ofChannel: "gamma gamma")?.daughters == ["gamma", "gamma"])
    #expect(try scalar.mode(ofChannel: "hadrons") == nil)
    #expect(try Self.builder(.vector).mode(ofChannel: "nu nu~")?.daughters == ["nu", "nu~"])
    let three = try Self.builder(.vector).mode(ofChannel: "3 gamma")
    #expect(three?.daughters.count == 3)
    var stream = RandomStream(seed: 1, name: "three")
    #expect(three?.draw(ofParentWith: .zero, using: &stream).count == 3)
  }

  @Test("masses without room are an error")
  func closed() {
    #expect(throws: DecayError.self) { try Self.builder(.vector).mode(ofChannel: "tau+ tau-") }
  }
}
