// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import DarkSector
import Foundation
import Quantities
import Testing

@Suite("Models as cards")
struct ModelTests {
  static let names = [
    "alp-photon", "axial", "dark-photon", "dark-photon-dark-matter", "pseudoscalar", "scalar",
    "vector", "z-prime-mu-tau",
  ]

  @Test("every model that ships is read without a finding")
  func shipped() throws {
    let files = try Laboratory.data().names(of: .models)
    #expect(Set(files) == Set(Self.names.map { "\($0).yaml" }))
    for name in Self.names { #expect(try Self.model(name).name == name) }
  }

  @Test("the benchmarks of Physics Beyond Colliders are aliases")
  func aliases() throws {
    #expect(try Self.model("dark-photon").aliases == ["BC1"])
    #expect(try Self.model("dark-photon-dark-matter").aliases == ["BC2"])
    #expect(try Self.model("alp-photon").aliases == ["BC9"])
  }

  @Test("cards become the mediators they describe")
  func mediators() throws {
    func mediator(_ name: String, _ coupling: Double) throws -> any Mediator {
      try Self.model(name).mediator(mass: .mev(100), coupling: coupling)
    }
    let photon = try #require(try mediator("dark-photon", 1e-3) as? DarkPhoton)
    #expect(photon == DarkPhoton(mass: .mev(100), epsilon: 1e-3))
    let portal = try #require(try mediator("dark-photon-dark-matter", 1e-3) as? DarkPhoton)
    let dark = DarkCoupling(.complexScalar(mass: 0.1 * (1.0 / 3)), alpha: 0.1)
    #expect(portal == DarkPhoton(mass: .mev(100), epsilon: 1e-3, dark: dark))
    let boson = try #require(try mediator("z-prime-mu-tau", 1e-4) as? MuTauBoson)
    #expect(boson == MuTauBoson(mass: .mev(100), coupling: 1e-4))
    let alp = try #require(try mediator("alp-photon", 1e-4) as? LeptonicMediator)
    #expect(alp.photon.perGeV == 1e-4 && alp.leptons == .each(0))
    for structure in LorentzStructure.allCases {
      let generic = try #require(try mediator(structure.rawValue, 1e-4) as? LeptonicMediator)
      #expect(generic.structure == structure && generic.leptons == .each(1e-4))
    }
  }

  @Test("the name of the coupling follows the interaction")
  func couplingNames() throws {
    #expect(try Self.model("dark-photon").interaction.couplingName == "epsilon")
    #expect(try Self.model("alp-photon").interaction.couplingName == "g_per_gev")
    #expect(try Self.model("scalar").interaction.couplingName == "g")
  }

  @Test("moments see the coupling to their lepton")
  func leptonCouplings() throws {
    let photon = try Self.model("dark-photon").leptonCoupling(.muon, coupling: 1e-3)
    #expect(relative(photon, 1e-3 * 0.302_822_1) < 1e-6)
    let boson = try Self.model("z-prime-mu-tau")
    #expect(boson.leptonCoupling(.electron, coupling: 1) == 0)
    #expect(boson.leptonCoupling(.muon, coupling: 1) == 1)
    #expect(boson.leptonCoupling(.tau, coupling: 1) == -1)
  }

  @Test("dark matter of a fixed mass and a splitting")
  func darkMatter() throws {
    let model = try #require(
      Self.read(
        """
        schema: 1
        kind: model
        name: inelastic
        interaction: kinetic-mixing
        dark-matter: {kind: pseudo-dirac, mass: 10 MeV, splitting: 0.1, alpha-d: 0.5}
        """
      ).card.map { Model($0) })
    let coupling = try #require(model.darkMatter?.coupling(at: .mev(100)))
    #expect(coupling.alpha == 0.5)
    #expect(relative(coupling.matter.threshold, 0.021) < 1e-12)
    #expect(coupling.matter.pairName == "chi1 chi2")
  }

  @Test(
    "contradictions are findings",
    arguments: [
      (
        "interaction: kinetic-mixing\nleptons: {electron: 2}",
        "couplings to leptons in a model that fixes them (the interaction is 'kinetic-mixing')"
      ),
      (
        "interaction: scalar\ndark-matter: {kind: majorana}",
        "dark matter of kind 'majorana' with the interaction 'scalar' (only Dirac fermions couple "
          + "to it here)"
      ),
      (
        "interaction: photon\ndark-matter: {kind: dirac}",
        "dark matter beside an axion-like particle that couples to photons only"
      ),
    ])
  func findings(_ keys: String, _ message: String) {
    let reading = Self.read("schema: 1\nkind: model\nname: wrong\n\(keys)\n")
    #expect(reading.card == nil)
    #expect(reading.findings.kept.map(\.message) == [message])
  }

  static func model(_ name: String) throws -> Model {
    let folder = Laboratory.checkout.appending(path: "Data/models")
    let text = try String(contentsOf: folder.appending(path: "\(name).yaml"), encoding: .utf8)
    let reading = read(text, name: "\(name).yaml", folder: folder)
    #expect(reading.findings.isEmpty)
    return Model(try #require(reading.card))
  }

  static func read(_ text: String, name: String = "card.yaml", folder: URL? = nil)
    -> CardReader.Reading
  {
    let shelf = CardShelf(
      names: { _ in nil },
      find: { address in
        guard case .name(let name, _) = address, let folder else { return nil }
        let bytes = try? Data(contentsOf: folder.appending(path: "\(name).yaml"))
        return bytes.map { Source(name: "\(name).yaml", bytes: Array($0)) }
      })
    return CardReader(kinds: [ModelKeys.kind], shelf: shelf)
      .read(Source(name: name, text: text), as: "model")
  }
}
