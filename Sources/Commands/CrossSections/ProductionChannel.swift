// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Production

/// A process of production as the command line names it.
enum ProductionChannel: String, CaseIterable, Sendable {
  case brems
  case primakoff
  case annihilation
  case continuum = "continuum-annihilation"
  case compton

  /// What happens, for lists and help pages.
  var meaning: String {
    switch self {
    case .brems: "bremsstrahlung l Z -> l Z X of an electron, positron or muon"
    case .primakoff: "a photon turns into an axion-like particle, gamma Z -> a Z"
    case .annihilation: "a positron on an electron, e+ e- -> X -> a pair"
    case .continuum: "a positron on an electron with a photon, e+ e- -> gamma X"
    case .compton: "a photon on an electron, gamma e- -> X e-"
    }
  }

  /// The variables that spectra are in.
  var variables: [SpectrumVariable] {
    switch self {
    case .brems, .continuum, .compton: [.energyFraction, .angle]
    case .primakoff: [.angle]
    case .annihilation: []
    }
  }

  /// How it can be computed, the one that others are compared with first.
  var methods: [CrossSectionMethod] {
    switch self {
    case .brems: BremsstrahlungMethod.allCases.map(CrossSectionMethod.bremsstrahlung)
    case .primakoff: [.primakoff(.exact), .primakoff(.flux), .primakoff(.closed)]
    case .annihilation, .continuum, .compton: [.tree]
    }
  }

  /// How it is computed where nothing is said.
  var usualMethod: CrossSectionMethod { self == .primakoff ? .primakoff(.flux) : methods[0] }

  /// Whether it happens in the field of a nucleus, and so has form factors.
  var isInField: Bool { self == .brems || self == .primakoff }

  /// One line for `lacuna list`: what happens, its variables and methods.
  var title: String {
    let variables = variables.map(\.rawValue).joined(separator: ", ")
    let spectra = variables.isEmpty ? "no spectra" : "spectra in \(variables)"
    return "\(meaning); \(spectra); \(methods.map(\.name).joined(separator: ", "))"
  }
}

/// How a cross section is computed.
enum CrossSectionMethod: Hashable, Sendable {
  /// Bremsstrahlung.
  case bremsstrahlung(BremsstrahlungMethod)
  /// Primakoff production.
  case primakoff(PrimakoffMethod)
  /// The tree level of processes on electrons, which have no other.
  case tree

  /// The name on the command line.
  var name: String {
    switch self {
    case .bremsstrahlung(let method): method.rawValue
    case .primakoff(let method): method.rawValue
    case .tree: "exact"
    }
  }

  /// What it means, for explanations.
  var meaning: String {
    switch self {
    case .bremsstrahlung(.exact): "all of phase space at tree level, nucleus of spin 0"
    case .bremsstrahlung(.williams): "Weizsaecker-Williams, flux at t_min(x, theta)"
    case .bremsstrahlung(.improvedWilliams): "improved Weizsaecker-Williams, one flux"
    case .bremsstrahlung(.leadingLog): "leading logarithm of the improved one"
    case .primakoff(.exact): "squared amplitude with all masses and recoil"
    case .primakoff(.flux): "flux of virtual photons, the convention of the field"
    case .primakoff(.closed): "flux in two logarithms, as generators use it"
    case .tree: "tree level"
    }
  }

  /// Whether it gives a total and no spectrum.
  var isTotalAlone: Bool {
    self == .bremsstrahlung(.leadingLog) || self == .primakoff(.closed)
  }

  /// The names of all methods, each once.
  static let names = ["exact", "ww", "iww", "leading-log", "flux", "closed"]
}
