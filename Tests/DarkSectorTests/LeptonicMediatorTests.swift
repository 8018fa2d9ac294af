// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities
import Testing

@Suite("Mediators that couple to leptons and photons")
struct LeptonicMediatorTests {
  @Test("a scalar below 2 m_e lives on its photons, an axial vector has none")
  func light() throws {
    let world = try Laboratory.world()
    let scalar = LeptonicMediator(mass: .mev(0.9), structure: .scalar, leptons: .each(1e-3))
    #expect(scalar.decays(in: world).branchingRatio(of: "gamma gamma") == 1)
    #expect(scalar.decays(in: world)["gamma gamma"]?.note == "through loops of leptons")
    let axial = LeptonicMediator(mass: .mev(0.9), structure: .axial, leptons: .each(1e-3))
    #expect(axial.decays(in: world)["gamma gamma"] == nil)
    #expect(
      axial.decays(in: world).notes
        == ["two photons are forbidden to spin 1 (Landau, Yang), three to the axial current (C)"])
  }

  @Test("the loops of several leptons add as amplitudes")
  func coherence() throws {
    let world = try Laboratory.world()
    func width(_ leptons: PerLepton) throws -> Double {
      let mediator = LeptonicMediator(
        mass: .mev(50), structure: .pseudoscalar, leptons: leptons)
      return try #require(mediator.decays(in: world)["gamma gamma"]?.width)
    }
    let muon = try width(PerLepton(electron: 0, muon: 1, tau: 0))
    let tau = try width(PerLepton(electron: 0, muon: 0, tau: 1))
    let both = try width(PerLepton(electron: 0, muon: 1, tau: 1))
    let opposite = try width(PerLepton(electron: 0, muon: 1, tau: -1))
    // Both amplitudes are real below the muons' threshold.
    let interference = 2 * (muon * tau).squareRoot()
    #expect(relative(both, muon + tau + interference) < 1e-12)
    #expect(relative(opposite, muon + tau - interference) < 1e-12)
  }

  @Test(
    "a heavy lepton is the direct coupling alpha g / (pi m) of a pseudoscalar, 2/3 of it of a scalar"
  )
  func decoupling() throws {
    let heavy = PerLepton(electron: 1000, muon: 1000, tau: 1000)
    let world = VisibleSector(leptonMasses: heavy, hadrons: try Laboratory.world().hadrons)
    let direct = PhysicalConstants.fineStructure * 0.5 / (.pi * 1000)
    for (structure, share) in [(LorentzStructure.pseudoscalar, 1.0), (.scalar, 2.0 / 3)] {
      let loop = LeptonicMediator(
        mass: .gev(1), structure: structure,
        leptons: PerLepton(electron: 0.5, muon: 0, tau: 0))
      let tree = LeptonicMediator(
        mass: .gev(1), structure: structure, leptons: .each(0), photon: .perGeV(direct * share))
      #expect(
        relative(loop.decays(in: world).totalWidth, tree.decays(in: world).totalWidth) < 1e-6)
    }
  }

  @Test("a leptonic vector has the leptons of a dark photon with g = epsilon e")
  func vector() throws {
    let world = try Laboratory.world()
    let epsilon = 2e-3
    let vector = LeptonicMediator(
      mass: .gev(5), structure: .vector,
      leptons: .each(epsilon * PhysicalConstants.naturalCharge)
    ).decays(in: world)
    let photon = DarkPhoton(mass: .gev(5), epsilon: epsilon).decays(in: world)
    for lepton in Lepton.allCases {
      let one = try #require(vector[lepton.pairName]?.width)
      #expect(relative(one, try #require(photon[lepton.pairName]?.width)) < 1e-13)
    }
    let light = LeptonicMediator(
      mass: .mev(1), structure: .vector,
      leptons: .each(epsilon * PhysicalConstants.naturalCharge))
    let dark = DarkPhoton(mass: .mev(1), epsilon: epsilon)
    #expect(
      relative(light.decays(in: world).totalWidth, dark.decays(in: world).totalWidth) < 1e-13)
  }

  @Test("dark fermions take the structure of the mediator")
  func dark() throws {
    let world = try Laboratory.world()
    for structure in LorentzStructure.allCases {
      let mediator = LeptonicMediator(
        mass: .gev(0.3), structure: structure, leptons: .each(1e-4),
        dark: .init(mass: 0.1, coupling: 0.5))
      let width = try #require(mediator.decays(in: world)["chi chi~"]?.width)
      #expect(relative(width, 0.25 * DiracTrace.width(structure, mass: 0.3, 0.1, 0.1)) < 1e-12)
    }
  }
}
