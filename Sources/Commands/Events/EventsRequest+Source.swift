// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Flight
import Glibc
import Kinematics
import Matter
import Production
import Quantities
import Searches
import Storage

extension EventsRequest {
  /// The beam and the target, ready to make events.
  ///
  /// - Throws: where the process has no cross section or the decay no final state.
  func source() throws -> ThinTargetEvents {
    let numbering = ParticleNumbering(particles)
    let beam = try numbering.species(named: beamName, mass: beamMass)
    do {
      // First what is quick to refuse: the tables of a sampler take their time.
      let fate = try fate(numbering)
      return try ThinTargetEvents(
        beam: beam, energy: energy, on: try target(numbering),
        making: NumberedSpecies(id: Int32(number), name: "X", mass: bosonMass), fate, seed: seed,
        numbering)
    } catch let error as ProductionError {
      throw UsageErrors(
        UsageError(error.problem, because: error.reason, try: error.suggestion))
    } catch let error as FlightError {
      throw UsageErrors(
        UsageError("--decay: " + error.problem, because: error.reason, try: error.suggestion))
    }
  }

  /// The atoms of the material.
  private func target(_ numbering: ParticleNumbering) throws -> ThinTarget {
    let composition = production.target.composition
    if isScan, let element = production.target.element {
      return try ThinTarget(
        numbering.nucleus(of: element), try production.hypotheses(on: element))
    }
    return try ThinTarget(
      try zip(composition.components, composition.atomFractions).map { part, share in
        let sampler = try production.sampler(mass: mass, on: part.element)
        let struck =
          sampler.target == .nucleus
          ? numbering.nucleus(of: part.element)
          : try numbering.species(named: "e-", mass: Electron.mass)
        return ThinTarget.Kind(struck, share: share, sampler)
      }, isWeighted: isWeighted)
  }

  /// The particle of the beam, by its name in the table.
  private var beamName: String {
    switch production.channel {
    case .brems:
      switch production.projectile {
      case .electron: "e-"
      case .positron: "e+"
      case .muon: "mu-"
      }
    case .annihilation, .continuum: "e+"
    case .primakoff, .compton: "gamma"
    }
  }

  /// The mass of the particle of the beam in GeV.
  private var beamMass: Double {
    switch production.channel {
    case .brems: production.world.leptonMasses[production.projectile.lepton]
    case .annihilation, .continuum: Electron.mass
    case .primakoff, .compton: 0
    }
  }

  /// What becomes of X.
  private func fate(_ numbering: ParticleNumbering) throws -> BosonFate {
    guard decay != .none, let length = properLength else { return .isLeft }
    let builder = DecayModeBuilder(
      mass: bosonMass, structure: production.structure,
      leptonMasses: production.world.leptonMasses, dark: production.darkMatter(mass: mass),
      polarisation: usedPolarisation)
    let menu = try DecayMenu(of: table, builder, only: decay.names)
    return try BosonFate(
      decayingBy: menu, share: isExchange ? 1 : menu.weight, properLength: length, in: volume,
      numbering)
  }

  /// Whether X is exchanged between one pair and another, so that the cross section is that into the
  /// pair already.
  var isExchange: Bool { production.channel == .annihilation }

  /// The pair that annihilation ends in, by its name in the table of decays.
  var exchangePair: String {
    switch production.annihilation.final {
    case .dark: production.darkMatter(mass: mass)?.pairName ?? "dark"
    case .electron: Lepton.electron.pairName
    case .muon: Lepton.muon.pairName
    case .tau: Lepton.tau.pairName
    }
  }

  /// The mass that X has in the events, in GeV: in annihilation that of the pair it is made of.
  var bosonMass: Double {
    isExchange ? (2 * Electron.mass * (energy + Electron.mass)).squareRoot() : mass
  }

  /// The polarisation of X.
  ///
  /// A pair of lepton and antilepton of mass m at rest against each other makes a vector with the
  /// share r / (1 + r) of helicity 0 along the beam, r = 2 m^2 / s, and an axial boson with none.
  /// Other processes state none; X is then taken as unpolarised.
  /// - Source: PDG:2024cfk, review Cross-section formulae for specific processes, resonances
  var usedPolarisation: Polarisation {
    if let polarisation { return polarisation }
    guard isExchange, production.structure == .vector else {
      return isExchange && production.structure == .axial ? .transverse : .none
    }
    let ratio = 2 * Electron.mass * Electron.mass / (bosonMass * bosonMass)
    return (try? Polarisation(longitudinal: ratio / (1 + ratio))) ?? .transverse
  }

  /// c tau; nil for a stable X.
  ///
  /// An X that is exchanged off its mass shell by d lives hbar / sqrt(Gamma^2 + 4 d^2), as long as the
  /// phase of its propagator says; on the shell that is its lifetime.
  var properLength: Length? {
    guard isExchange else { return table.properDecayLength }
    let distance = 2 * (bosonMass - mass)
    let width = hypot(table.totalWidth, distance)
    // hbar c is in GeV fm, and 1 fm is 1e-12 mm.
    return width > 0 ? .mm(PhysicalConstants.hbarC * 1e-12 / width) : nil
  }
}
