// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Quantities
import Storage

/// `lacuna moment`: what a mediator adds to (g - 2)/2, and the couplings that measurements allow.
package struct MomentCommand: Command {
  private static let leptons: [Lepton] = [.electron, .muon]
  private static let lepton = Option(
    required: "lepton",
    ValueForm<Lepton>.choice("LEPTON", leptons.map { ($0, Choice($0.rawValue)) }),
    "the lepton whose moment it is")
  private static let mediator = Option(
    "mediator", ValueForm<LorentzStructure>.choice("KIND"), "how the mediator couples")
  private static let model = Option(
    "model", Model.form, "a model with such a mediator, in the place of --mediator")
  private static let mass = Option(
    required: "mass", ValueForm<Scan<MassDimension>>.scan(.nonNegative), "masses of the mediator")
  private static let bands = Flag(
    "bands", "print the couplings that measured moments allow; so does leaving out the coupling")
  private static let sigma = Option(
    "sigma", .list(of: ValueForm<Number>.quantity(.positive).named("N", expecting: "a number")),
    default: [.plain(1), .plain(2), .plain(3)], "standard deviations of the bands")

  private let inventory: Inventory

  /// The command for an inventory.
  package init(of inventory: Inventory) { self.inventory = inventory }

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "moment",
      abstract: "Compute one-loop contributions to (g-2)/2 and the couplings they allow",
      discussion: """
        The contribution is exact at one loop for any mass; the formula of the literature for \
        heavy mediators stands beside it. A coupling explains a measured difference where it lies \
        in a band; where the difference is compatible with zero, or has the other sign, there is \
        an upper bound only.
        """,
      examples: [
        Example(
          "moment", "--lepton", "electron", "--mediator", "scalar", "--mass", "10MeV",
          "--coupling", "1e-4", shows: "the contribution of a scalar"),
        Example(
          "moment", "--lepton", "muon", "--mediator", "vector", "--mass", "10MeV,100MeV",
          "--sigma", "2", shows: "the couplings that BNL and FNAL allow a vector"),
        Example(
          "moment", "--lepton", "electron", "--model", "dark-photon", "--mass", "17MeV", "--json",
          shows: "the mixings that LKB and Berkeley allow a dark photon, for programs"),
      ],
      parameters: [Self.lepton, Self.mediator, Self.model, Self.mass] + CouplingOption.all + [
        Self.bands, Self.sigma, StandardOption.set, StandardOption.data, StandardOption.json,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let data = try surroundings.dataFolder(named: arguments[StandardOption.data])
    let lepton = arguments[Self.lepton]
    let (contributor, coupling) = try contributor(
      to: lepton, arguments, in: CardLibrary(inventory, in: data))
    let wantsBands = arguments[Self.bands] || coupling == nil
    let masses = try PerLepton.masses(of: ParticleTable(from: data))
    let report = MomentReport(
      of: contributor, to: lepton, leptonMass: masses[lepton],
      masses: arguments[Self.mass].values, coupling: coupling,
      measurements: wantsBands ? try MeasuredMoment.read(from: data) : [],
      deviations: arguments[Self.sigma].map(\.value))
    if arguments[StandardOption.json] {
      try console.print(report.json)
    } else {
      try console.print(report.text(on: console.output))
    }
    return .done
  }

  /// What adds to the moment, of `--mediator` or of `--model`, and its coupling if it is given.
  private func contributor(
    to lepton: Lepton, _ arguments: Arguments, in library: CardLibrary
  ) throws -> (MomentReport.Contributor, coupling: Double?) {
    let place = arguments.places(of: Self.model).first
    switch (arguments[Self.mediator], arguments[Self.model]) {
    case (let structure?, nil):
      try refuseSettings(arguments)
      let name = structure.rawValue
      let coupling = try CouplingOption.value(
        for: structure.interaction, of: name, in: arguments)
      let contributor = MomentReport.Contributor(
        name: name, structure: structure, couplingName: structure.interaction.couplingName,
        leptonCoupling: 1)
      return (contributor, coupling)
    case (nil, let word?):
      let model = try Model(
        word, at: place, setting: arguments[StandardOption.set], in: library)
      guard let structure = model.interaction.structure else {
        throw UsageErrors(
          UsageError(
            "\(quoted(model.name)) has no one-loop moment here",
            because: "it couples to photons only", try: "choose another model", at: place))
      }
      let coupling = try CouplingOption.value(
        for: model.interaction, of: model.name, in: arguments)
      let leptonCoupling = model.leptonCoupling(lepton, coupling: 1)
      guard leptonCoupling != 0 else {
        throw UsageErrors(
          UsageError(
            "\(quoted(model.name)) adds nothing to the moment of the \(lepton.rawValue)",
            because: "it does not couple to it at tree level", try: "choose another lepton",
            at: arguments.places(of: Self.lepton).first))
      }
      let contributor = MomentReport.Contributor(
        name: model.name, structure: structure, couplingName: model.interaction.couplingName,
        leptonCoupling: leptonCoupling)
      return (contributor, coupling)
    case (nil, nil):
      throw UsageErrors(
        UsageError(
          "missing option --mediator", because: "what adds to the moment must couple somehow",
          try: "write for example --mediator vector, or name a --model"))
    case (.some, .some):
      throw UsageErrors(
        UsageError(
          "--model beside --mediator", because: "a model says itself how its mediator couples",
          try: "keep one of them", at: place))
    }
  }

  private func refuseSettings(_ arguments: Arguments) throws(UsageErrors) {
    guard let place = arguments.places(of: StandardOption.set).first else { return }
    throw UsageErrors(
      UsageError(
        "--set without --model", because: "there is no card to change", try: "name a --model",
        at: place))
  }
}

extension LorentzStructure {
  /// The interaction of the generic mediator with this structure.
  fileprivate var interaction: Interaction {
    switch self {
    case .scalar: .scalar
    case .pseudoscalar: .pseudoscalar
    case .vector: .vector
    case .axial: .axial
    }
  }
}
