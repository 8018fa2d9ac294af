// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Production
import Quantities

/// The options of `lacuna xsec`; the process decides which of them fit.
enum CrossSectionOption {
  static let process = Option(
    "process", ValueForm<ProductionChannel>.choice("PROCESS") { $0.meaning }, default: .brems,
    "what happens")
  static let mediator = Option(
    "mediator", ValueForm<LorentzStructure>.choice("KIND"),
    absent: "vector; pseudoscalar for primakoff", "how X couples")
  static let lepton = Option(
    "lepton", ValueForm<Projectile>.choice("LEPTON"), absent: "electron for brems",
    "the projectile of brems")
  static let energy = Option(
    required: "energy", ValueForm<Scan<EnergyDimension>>.scan(.positive),
    "total energies of the projectile, its mass included")
  static let mass = Option(
    required: "mass", ValueForm<Scan<MassDimension>>.scan(.positive), "masses of X")
  static let material = Option(
    "material",
    ValueForm<String>.text("MATERIAL", "a material or element by name, alias or symbol")
      .completed(by: .lines(of: ["list", "materials", "--names"])),
    default: "lead", "what the projectile meets")
  static let method = Option(
    "method",
    .list(of: .choice("METHOD", (CrossSectionMethod.names + ["all"]).map { Choice($0) })),
    absent: "exact; flux for primakoff",
    "how it is computed; several stand side by side with their ratio to exact")

  static let epsilon = Option(
    "epsilon",
    ValueForm<Number>.quantity(.nonNegative).named("EPSILON", expecting: "a number, for example 1"),
    absent: "1, unless another coupling is given",
    "coupling of X to leptons in units of e, for every kind of X")
  static let coupling = Option(
    "coupling", .leptonCouplings, "coupling g of X to leptons, one for all or LEPTON=G,...")
  static let perEnergy = Option(
    "g", ValueForm<InverseEnergy>.quantity(.nonNegative),
    "coupling of primakoff to two photons, for example 1e-3/GeV")

  static let fluxLimit = Option(
    "flux-tmax", ValueForm<FluxLimit>.choice("LIMIT"), absent: "mass",
    "where the flux of ww ends: mass is m^2 + m_l^2, beam is E^2 and angles below 0.3 rad")
  static let formFactor = Option(
    "form-factor", ValueForm<FormFactorContent>.choice("CONTENT"), absent: "elastic",
    "whether the atom stays whole (elastic) or may break up too (full)")
  static let lowestShare = Option(
    "x-min", .share, absent: "no cut", "count only x = E_X / E above this")
  static let highestShare = Option(
    "x-max", .share, absent: "no cut", "count only x = E_X / E below this")
  static let differential = Option(
    "differential", ValueForm<SpectrumVariable>.choice("VARIABLE"), absent: "totals alone",
    "spectra in x = E_X / E or in the angle theta to the beam")
  static let points = Option(
    "points", .integer(in: 2...10_000), absent: "50", "points of each spectrum")

  static let darkMatter = Option(
    "dark-matter", ValueForm<DarkMatterKind>.choice("KIND"), absent: "none",
    "the dark matter that X couples to")
  static let darkMass = Option(
    "mass-chi", .relativeMass, absent: "0.33m",
    "its mass, in units of m, the mass of X, or of its own")
  static let splitting = Option(
    "splitting",
    ValueForm<Number>.quantity(.nonNegative).named("DELTA", expecting: "a number, for example 0.1"),
    absent: "0",
    "relative mass splitting of pseudo-dirac")
  static let darkCoupling = Option(
    "alpha-d",
    ValueForm<Number>.quantity(.nonNegative).named("ALPHA", expecting: "a number, for example 0.1"),
    absent: "0.1",
    "its coupling alpha_D")
  static let final = Option(
    "final", ValueForm<FinalPair>.choice("PAIR"), absent: "dark, or electrons without it",
    "the pair that annihilation ends in")
  static let electrons = Option(
    "electrons", ValueForm<ElectronState>.choice("STATE"), absent: "at-rest",
    "whether the electrons of annihilation rest, or move in their shells")
  static let propagator = Option(
    "propagator", ValueForm<PropagatorWidth>.choice("WIDTH"), absent: "fixed",
    "width in the propagator of annihilation: M Gamma(M), or running with s")
  static let photonCut = Option(
    "photon-cut", ValueForm<Energy>.quantity(.positive), absent: "1e-3 m",
    "softest photon of continuum-annihilation, in the centre of mass")

  /// The numerical error that is aimed at, as a fraction of the result.
  static let usualAccuracy = Number.plain(1e-4)
  static let accuracy = Option(
    "accuracy",
    ValueForm<Number>.quantity(.closed(.plain(1e-7), .plain(0.01)))
      .named("FRACTION", expecting: "a number, for example 1e-3"),
    default: usualAccuracy, "numerical error to aim at, as a fraction of the result")

  /// All that say what is wanted, in the order of help pages.
  static let all: [any Parameter] = [
    process, mediator, lepton, energy, mass, material, method, epsilon, coupling, perEnergy,
    fluxLimit, formFactor, lowestShare, highestShare, differential, points, darkMatter, darkMass,
    splitting, darkCoupling, final, electrons, propagator, photonCut, accuracy,
  ]
}

/// The lepton that radiates X.
enum Projectile: String, CaseIterable, Sendable {
  case electron, positron, muon

  /// The charged lepton that it is, or whose antiparticle.
  var lepton: Lepton { self == .muon ? .muon : .electron }
}

/// What may happen to the atom.
enum FormFactorContent: String, CaseIterable, Sendable {
  case elastic, full

  /// As formulas call it.
  var content: PhotonFlux.Content { self == .elastic ? .elastic : .elasticAndInelastic }
}

/// Dark matter as the command line names it.
enum DarkMatterKind: String, CaseIterable, Sendable {
  case dirac, majorana
  case pseudoDirac = "pseudo-dirac"
  case scalar
  case axialDirac = "axial-dirac"

  /// The dark matter of a mass in GeV.
  func matter(mass: Double, splitting: Double) -> DarkMatter {
    switch self {
    case .dirac: .dirac(mass: mass)
    case .majorana: .majorana(mass: mass)
    case .pseudoDirac: .pseudoDirac(light: mass, heavy: mass * (1 + splitting))
    case .scalar: .complexScalar(mass: mass)
    case .axialDirac: .axialDirac(mass: mass)
    }
  }
}

/// The pair that annihilation ends in.
enum FinalPair: String, CaseIterable, Sendable {
  case dark, electron, muon, tau

  /// As the process calls it.
  var pair: AnnihilationPair {
    switch self {
    case .dark: .dark
    case .electron: .leptons(.electron)
    case .muon: .leptons(.muon)
    case .tau: .leptons(.tau)
    }
  }
}

/// The electrons of the target.
enum ElectronState: String, CaseIterable, Sendable {
  case atRest = "at-rest"
  case bound
}
