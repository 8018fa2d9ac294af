// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Production
import Quantities
import Storage

extension CrossSectionRequest {
  /// Reads what a command line of `lacuna events` says of production.
  ///
  /// - Parameters:
  ///   - arguments: the command line.
  ///   - data: the data folder.
  /// - Throws: all that does not fit, with the reasons.
  init(ofEvents arguments: Arguments, data: DataFolder) throws {
    var refusals = CrossSectionRefusals(arguments)
    refusals.checkSource()
    try refusals.throwIfAny()
    typealias Wanted = CrossSectionOption

    channel = arguments[Wanted.process]
    structure = arguments[Wanted.mediator] ?? (channel == .primakoff ? .pseudoscalar : .vector)
    projectile = arguments[Wanted.lepton] ?? .electron
    masses = arguments[Wanted.mass].values
    energies = arguments[Wanted.energy].values
    methods = [channel.methods[0]]
    target = try CrossSectionTarget(
      named: arguments[Wanted.material], in: MaterialCatalogue(from: data),
      at: arguments.places(of: Wanted.material).first)
    coupling = Coupling(arguments)
    fluxLimit = .mass
    content = .elastic
    shares = nil
    spectrum = nil
    let kind = arguments[Wanted.darkMatter]
    annihilation = Annihilation(
      kind: kind, mass: arguments[Wanted.darkMass] ?? .ratio(0.33),
      splitting: arguments[Wanted.splitting]?.value ?? 0,
      alpha: arguments[Wanted.darkCoupling]?.value ?? 0.1,
      final: FinalPair(decay: arguments[EventsOption.decay]) ?? (kind == nil ? .electron : .dark),
      isBound: false, propagator: .fixed, photonCut: nil)
    accuracy = Wanted.usualAccuracy.value
    world = try VisibleSector.read(from: data)
    slater = try SlaterRules(from: data)
  }

  /// All decays of X of a mass in GeV.
  func decays(mass: Double) -> DecayTable {
    let dark = annihilation.kind.map { _ in
      LeptonicMediator.DarkFermion(
        mass: annihilation.mass.gev(at: mass),
        coupling: (4 * .pi * annihilation.alpha).squareRoot())
    }
    switch coupling {
    case .epsilon(let epsilon) where structure == .vector:
      return DarkPhoton(
        mass: .gev(mass), epsilon: epsilon, dark: darkCoupling(mass: mass)
      ).decays(in: world)
    case .epsilon, .leptons:
      return LeptonicMediator(
        mass: .gev(mass), structure: structure, leptons: leptonCouplings, dark: dark
      ).decays(in: world)
    case .perGeV(let g):
      return LeptonicMediator(
        mass: .gev(mass), structure: structure, leptons: .each(0), photon: .perGeV(g), dark: dark
      ).decays(in: world)
    }
  }

  /// The dark matter that X couples to.
  func darkMatter(mass: Double) -> DarkMatter? {
    annihilation.kind?.matter(
      mass: annihilation.mass.gev(at: mass), splitting: annihilation.splitting)
  }

  /// The dark matter with its coupling.
  func darkCoupling(mass: Double) -> DarkCoupling? {
    darkMatter(mass: mass).map { DarkCoupling($0, alpha: annihilation.alpha) }
  }
}

extension FinalPair {
  /// The pair of annihilation that a word of `--decay` names; nil for none of them.
  init?(decay word: String?) {
    switch word?.filter({ $0 != " " }) {
    case "e+e-": self = .electron
    case "mu+mu-": self = .muon
    case "tau+tau-": self = .tau
    case "dark": self = .dark
    default: return nil
    }
  }
}
