// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities
import Storage

/// `lacuna width`: how the mediator of a model decays.
package struct WidthCommand: Command {
  private static let model = Option(required: "model", Model.form, "the model of the mediator")
  private static let mass = Option(
    required: "mass", ValueForm<Scan<MassDimension>>.scan(.positive), "masses of the mediator")

  private let inventory: Inventory

  /// The command for an inventory.
  package init(of inventory: Inventory) { self.inventory = inventory }

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "width",
      abstract: "Compute widths, branching ratios and the lifetime of a mediator",
      discussion: """
        The model decides which coupling is wanted: --epsilon for kinetic mixing, --g for a \
        coupling to two photons, --coupling for all others. Dark matter belongs to the model: \
        --set changes it. A channel that the mass does not open has no width and says so. With \
        --out the result is also written as width.csv and width.json.
        """,
      examples: [
        Example(
          "width", "--model", "dark-photon", "--mass", "50MeV", "--epsilon", "1e-3",
          shows: "all channels of a dark photon of 50 MeV"),
        Example(
          "width", "--model", "BC2", "--mass", "10MeV..1GeV:5", "--epsilon", "1e-3",
          shows: "one that decays to scalar dark matter as well, at five masses"),
        Example(
          "width", "--model", "BC1", "--mass", "1GeV", "--epsilon", "1", "--set",
          "dark-matter.kind=dirac", shows: "dark matter of another kind"),
        Example(
          "width", "--model", "BC9", "--mass", "100MeV", "--g", "1e-4/GeV", "--json",
          shows: "an axion-like particle, for programs"),
      ],
      parameters: [Self.model, Self.mass] + CouplingOption.all + [
        StandardOption.set, StandardOption.out, StandardOption.force, StandardOption.data,
        StandardOption.json,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let data = try surroundings.dataFolder(named: arguments[StandardOption.data])
    let model = try Model(
      arguments[Self.model], at: arguments.places(of: Self.model).first,
      setting: arguments[StandardOption.set], in: CardLibrary(inventory, in: data))
    guard
      let coupling = try CouplingOption.value(
        for: model.interaction, of: model.name, in: arguments)
    else { throw CouplingOption.missing(for: model.interaction, of: model.name) }
    let report = WidthReport(
      of: model, masses: arguments[Self.mass].values, coupling: coupling,
      in: try VisibleSector.read(from: data))
    if let folder = ResultFolder(of: arguments) {
      try folder.write(report.csv, to: "width.csv")
      try folder.write(report.json.text(.indented), to: "width.json")
    }
    if arguments[StandardOption.json] {
      try console.print(report.json)
    } else {
      try console.print(report.text(on: console.output))
    }
    return .done
  }
}
