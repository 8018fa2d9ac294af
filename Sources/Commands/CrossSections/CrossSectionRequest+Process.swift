// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Production
import Quantities

extension CrossSectionRequest {
  /// The process on an atom of an element.
  ///
  /// - Parameters:
  ///   - method: how it is computed.
  ///   - mass: mass of X in GeV.
  ///   - element: the element.
  ///   - content: what may happen to the atom.
  /// - Returns: the process.
  /// - Throws: where the formula does not apply.
  func process(
    _ method: CrossSectionMethod, mass: Double, on element: Element,
    _ content: PhotonFlux.Content
  ) throws(ProductionError) -> any Process {
    let atom = TargetAtom(element, content)
    switch (channel, method) {
    case (.primakoff, .primakoff(let method)):
      return PrimakoffProduction(
        mass: mass, coupling: photonCoupling, on: atom, method: method,
        relativeError: min(accuracy, 1e-6))
    case (.annihilation, _):
      return try ResonantAnnihilation(
        annihilatingBoson(mass: mass), into: annihilation.final.pair, on: atom,
        motion: annihilation.isBound ? AtomicElectrons(of: element, slater) : nil,
        propagator: annihilation.propagator)
    case (.continuum, _):
      return try ContinuumAnnihilation(
        boson(mass: mass), on: atom, softestPhoton: annihilation.photonCut)
    case (.compton, _): return try ComptonScattering(boson(mass: mass), on: atom)
    case (_, .bremsstrahlung(let method)):
      return try method.process(
        boson(mass: mass), leptonMass: world.leptonMasses[projectile.lepton], on: atom,
        fluxLimit: fluxLimit, relativeError: accuracy)
    default:
      throw ProductionError(
        "\(method.name) does not fit \(channel.rawValue)",
        because: "its methods are \(channel.methods.map(\.name).joined(separator: ", "))",
        try: "choose one of them")
    }
  }

  /// X as it couples to the projectile.
  func boson(mass: Double) -> RadiatedBoson {
    RadiatedBoson(structure, mass: mass, coupling: leptonCouplings[couplingLepton])
  }

  /// Whether X couples to what makes it.
  var hasCoupling: Bool {
    if case .perGeV(let coupling) = coupling { return coupling > 0 }
    return leptonCouplings[couplingLepton] > 0
  }

  /// The lepton whose coupling counts.
  var couplingLepton: Lepton { channel == .brems ? projectile.lepton : .electron }

  /// g to each lepton.
  var leptonCouplings: PerLepton {
    switch coupling {
    case .epsilon(let epsilon): .each(epsilon * PhysicalConstants.naturalCharge)
    case .leptons(let couplings): couplings
    case .perGeV: .each(0)
    }
  }

  /// g to two photons in 1/GeV.
  private var photonCoupling: Double {
    if case .perGeV(let coupling) = coupling { coupling } else { 0 }
  }

  /// X with all its widths: a dark photon where a vector mixes with epsilon, else its couplings to
  /// leptons and dark matter, and photons through loops.
  func annihilatingBoson(mass: Double) -> AnnihilatingBoson {
    let dark = darkCoupling(mass: mass)
    if structure == .vector, case .epsilon(let epsilon) = coupling {
      return AnnihilatingBoson(
        DarkPhoton(mass: .gev(mass), epsilon: epsilon, dark: dark), in: world)
    }
    let visible = LeptonicMediator(
      mass: .gev(mass), structure: structure, leptons: leptonCouplings)
    let own = Set(Lepton.allCases.map(\.pairName))
    let others = visible.decays(in: world).channels.filter { !own.contains($0.name) }
    return AnnihilatingBoson(
      structure, mass: mass, leptons: leptonCouplings, leptonMasses: world.leptonMasses,
      dark: dark, otherWidth: others.reduce(0) { $0 + $1.width })
  }
}
