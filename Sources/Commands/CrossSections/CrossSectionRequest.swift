// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Production
import Quantities
import Storage

/// What a command line asks of a cross section, checked and complete.
struct CrossSectionRequest: Sendable {
  /// The coupling of X, and how it was given.
  enum Coupling: Hashable, Sendable {
    /// epsilon e to all leptons.
    case epsilon(Double)
    /// g to each lepton.
    case leptons(PerLepton)
    /// g to two photons in 1/GeV.
    case perGeV(Double)

    /// Reads a command line; epsilon is 1 where nothing is said.
    init(_ arguments: Arguments) {
      if let g = arguments[CrossSectionOption.perEnergy] {
        self = .perGeV(g.perGeV)
      } else if let couplings = arguments[CrossSectionOption.coupling] {
        self = .leptons(couplings)
      } else {
        self = .epsilon(arguments[CrossSectionOption.epsilon]?.value ?? 1)
      }
    }
  }

  /// What annihilation needs beyond the rest.
  struct Annihilation: Hashable, Sendable {
    var kind: DarkMatterKind?
    var mass: RelativeMass
    var splitting: Double
    var alpha: Double
    var final: FinalPair
    var isBound: Bool
    var propagator: PropagatorWidth
    var photonCut: Double?
  }

  /// A spectrum.
  struct Spectrum: Hashable, Sendable {
    let variable: SpectrumVariable
    let points: Int
  }

  let channel: ProductionChannel
  let structure: LorentzStructure
  let projectile: Projectile
  let masses: [Mass]
  let energies: [Energy]
  let target: CrossSectionTarget
  var methods: [CrossSectionMethod]
  let coupling: Coupling
  let fluxLimit: FluxLimit
  let content: PhotonFlux.Content
  /// The x that count; nil for all.
  let shares: ClosedRange<Double>?
  let spectrum: Spectrum?
  let annihilation: Annihilation
  let accuracy: Double
  let world: VisibleSector
  let slater: SlaterRules

  /// What is made and who makes it, for headings and records.
  var projectileName: String {
    switch channel {
    case .brems: projectile.rawValue
    case .annihilation, .continuum: "positron"
    case .primakoff, .compton: "photon"
    }
  }

  /// Reads a command line.
  ///
  /// - Throws: all that does not fit, with the reasons.
  init(_ arguments: Arguments, data: DataFolder) throws {
    var refusals = CrossSectionRefusals(arguments)
    refusals.checkAll()
    try refusals.throwIfAny()
    typealias Wanted = CrossSectionOption

    channel = arguments[Wanted.process]
    structure = arguments[Wanted.mediator] ?? (channel == .primakoff ? .pseudoscalar : .vector)
    projectile = arguments[Wanted.lepton] ?? .electron
    masses = arguments[Wanted.mass].values
    energies = arguments[Wanted.energy].values
    methods = refusals.methods
    target = try CrossSectionTarget(
      named: arguments[Wanted.material], in: MaterialCatalogue(from: data),
      at: arguments.places(of: Wanted.material).first)
    coupling = Coupling(arguments)
    fluxLimit = arguments[Wanted.fluxLimit] ?? .mass
    content = (arguments[Wanted.formFactor] ?? .elastic).content
    let lowest = arguments[Wanted.lowestShare]?.value
    let highest = arguments[Wanted.highestShare]?.value
    // Beside a soft photon X takes some of the electron's energy too, at most as much again.
    let limit = channel == .continuum ? 2.0 : 1
    shares = lowest == nil && highest == nil ? nil : (lowest ?? 0)...(highest ?? limit)
    spectrum = arguments[Wanted.differential].map {
      Spectrum(variable: $0, points: arguments[Wanted.points] ?? 50)
    }
    let kind = arguments[Wanted.darkMatter]
    annihilation = Annihilation(
      kind: kind, mass: arguments[Wanted.darkMass] ?? .ratio(0.33),
      splitting: arguments[Wanted.splitting]?.value ?? 0,
      alpha: arguments[Wanted.darkCoupling]?.value ?? 0.1,
      final: arguments[Wanted.final] ?? (kind == nil ? .electron : .dark),
      isBound: arguments[Wanted.electrons] == .bound,
      propagator: arguments[Wanted.propagator] ?? .fixed,
      photonCut: arguments[Wanted.photonCut]?.gev)
    accuracy = arguments[Wanted.accuracy].value
    world = try VisibleSector.read(from: data)
    slater = try SlaterRules(from: data)
  }
}
