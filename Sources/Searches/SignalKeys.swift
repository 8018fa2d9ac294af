// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The keys of what is searched for.
package enum SignalKeys {
  /// The mediator.
  package static let mediator = Key<CardReference>(
    "mediator", .reference(to: "model", example: "dark-photon"),
    meaning: "the particle searched for, a model")

  /// The decay that leaves a signal in the detector.
  static let visible = "visible"

  /// What it does after its production.
  package static let decay = Key<String>(
    "decay", .choice(["invisible", visible, "stable"]),
    meaning: "what becomes of it: unseen decay products, visible ones, or none")

  /// How it is produced.
  package static let production = Key<Section>(
    "production", .section(ProductionKeys.form), meaning: "the processes that make it")

  static let form = Form(
    "model", meaning: "what is searched for", keys: [mediator, decay, production])
}

/// The keys of production processes.
package enum ProductionKeys {
  /// Bremsstrahlung and its approximation.
  package static let bremsstrahlung = Key<String>(
    "bremsstrahlung", .choice(["exact", "ww", "iww", "leading-log", "off"]), default: "exact",
    meaning: "emission off a beam particle in the field of a nucleus, by method")

  /// Annihilation.
  package static let annihilation = Key<Bool>(
    "annihilation", .boolean, default: false,
    meaning: "resonant annihilation of the shower's positrons")

  /// The form factor of the nucleus.
  package static let formFactor = Key<String>(
    "form-factor", .choice(["elastic", "full"]), default: "elastic",
    meaning: "nuclei that stay whole, or those that break up as well")

  static let form = Form(
    "production", meaning: "the processes that make the particle",
    keys: [bremsstrahlung, annihilation, formFactor])
}

/// The keys of the points of a search.
package enum ScanKeys {
  /// The masses.
  package static let mass = Key<Scan<MassDimension>>(
    "mass", .scan(.positive), meaning: "masses of the particle", example: "1 MeV..1 GeV:60")

  static let form = Form("scan", meaning: "the points at which a limit is set", keys: [mass])
}

/// The keys of the statistical treatment.
package enum StatisticsKeys {
  /// The method.
  package static let method = Key<String>(
    "method",
    .choice(["cls", "poisson", "classical", "bayes", "feldman-cousins", "profile"]),
    default: "cls", meaning: "how the limit is set")

  /// The confidence level.
  package static let level = Key<Fraction>(
    "cl", .quantity(.between(.zero, .share(1))), default: .share(0.9),
    meaning: "confidence level", example: "90 %")

  /// The nuisance of the background.
  package static let backgroundModel = Key<String>(
    "background-model", .choice(["gauss", "gamma", "lognormal"]), default: "gauss",
    meaning: "distribution of the uncertain background; gauss is truncated at zero")

  /// What is uncertain about the signal.
  package static let systematics = Key<[Element]>(
    "systematics", .elements(SystematicKeys.form), default: [],
    meaning: "uncertainties of the signal that all run periods share")

  /// Whether the uncertainty of the simulation counts.
  package static let includesSimulation = Key<Bool>(
    "simulation-error", .boolean, default: true,
    meaning: "whether the limit knows of the statistical error of the simulation")

  static let form = Form(
    "statistics", meaning: "how the limit is set",
    keys: [method, level, backgroundModel, systematics, includesSimulation])
}

/// The keys of the simulation.
package enum SimulationKeys {
  /// How showers are made.
  package static let showers = Key<String>(
    "showers", .choice(["library", "full"]), default: "library",
    meaning: "detector response from a library of showers, or from full showers")

  /// How many beam particles are simulated.
  package static let events = Key<Int>(
    "events", .integer(1...1_000_000_000_000), default: 400_000,
    meaning: "simulated beam particles", example: "200000")

  /// How many of them are followed in full.
  package static let fullShowers = Key<Int>(
    "full-showers", .integer(1...1_000_000_000), default: 20_000,
    meaning: "beam particles whose showers are followed in full, where showers are full")

  static let form = Form(
    "simulation", meaning: "how the search is simulated", keys: [showers, events, fullShowers])
}

/// The keys of what a run leaves behind.
package enum OutputKeys {
  /// The planes of the results.
  package static let planes = Key<[String]>(
    "planes", .list(of: .choice(["epsilon", "y", "alpha-d", "g", "delta-a"])),
    default: ["epsilon"], meaning: "planes in which the result is drawn", example: "[epsilon]")

  /// The bounds to compare with.
  package static let bounds = Key<[String]>(
    "bounds", .list(of: .text(example: "NA64")), default: [],
    meaning: "published bounds drawn beside the result")

  static let form = Form("output", meaning: "what a run leaves behind", keys: [planes, bounds])
}
