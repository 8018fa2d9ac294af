// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities

/// The options that give the coupling of a mediator; its model decides which of them fits.
enum CouplingOption {
  /// Kinetic mixing.
  static let epsilon = Option(
    "epsilon",
    ValueForm<Number>.quantity(.nonNegative)
      .named("EPSILON", expecting: "a number, for example 1e-3"),
    "kinetic mixing, the coupling of dark photons")
  /// A coupling without dimension.
  static let coupling = Option(
    "coupling",
    ValueForm<Number>.quantity(.nonNegative).named("G", expecting: "a number, for example 1e-3"),
    "coupling g of the other mediators to leptons")
  /// A coupling to two photons.
  static let perEnergy = Option(
    "g", ValueForm<InverseEnergy>.quantity(.nonNegative),
    "coupling of axion-like particles to two photons")

  /// All of them, in the order of help pages.
  static let all: [any Parameter] = [epsilon, coupling, perEnergy]

  /// The coupling that a command line gives.
  ///
  /// - Parameters:
  ///   - interaction: That of the mediator.
  ///   - name: The mediator or its model, for messages.
  ///   - arguments: The command line.
  /// - Returns: The coupling as the model counts it; nil where none is given.
  /// - Throws: Where an option is given that does not fit.
  static func value(
    for interaction: Interaction, of name: String, in arguments: Arguments
  ) throws(UsageErrors) -> Double? {
    let given = all.filter { !arguments.places(of: $0).isEmpty }
    let fitting = option(for: interaction)
    let errors = given.filter { $0.specification.name != fitting.specification.name }.map {
      UsageError(
        "\($0.specification.name) does not fit \(quoted(name))",
        because: "its coupling is \(meaning(of: interaction))",
        try: "use \(fitting.specification.name)", at: arguments.places(of: $0).first)
    }
    guard errors.isEmpty else { throw UsageErrors(errors) }
    return switch interaction {
    case .kineticMixing: arguments[epsilon]?.value
    case .photon: arguments[perEnergy]?.perGeV
    case .muTau, .scalar, .pseudoscalar, .vector, .axial: arguments[coupling]?.value
    }
  }

  /// The mistake of a command line that lacks the coupling.
  static func missing(for interaction: Interaction, of name: String) -> UsageErrors {
    let option = option(for: interaction).specification.name
    let example = interaction == .photon ? "1e-4/GeV" : "1e-3"
    return UsageErrors(
      UsageError(
        "missing option \(option)",
        because: "the coupling of \(quoted(name)) is \(meaning(of: interaction))",
        try: "write for example \(option) \(example)"))
  }

  private static func option(for interaction: Interaction) -> any Parameter {
    switch interaction {
    case .kineticMixing: epsilon
    case .photon: perEnergy
    case .muTau, .scalar, .pseudoscalar, .vector, .axial: coupling
    }
  }

  private static func meaning(of interaction: Interaction) -> String {
    switch interaction {
    case .kineticMixing: "the kinetic mixing epsilon"
    case .photon: "g to two photons in 1/GeV"
    case .muTau, .scalar, .pseudoscalar, .vector, .axial: "g, a number"
    }
  }
}
