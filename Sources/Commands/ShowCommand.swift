// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Figures
import Quantities
import Storage

/// `lacuna show [KIND] NAME`: a card with every default filled in.
package struct ShowCommand: Command {
  private static let name = Argument(
    .text("NAME", "a name, or the path of a card or of a file of events").completed(
      by: .lines(of: ["list", "--names"])),
    "the card to show, or a file of events")

  private let inventory: Inventory
  private let kind: Argument<Inventory.Kind?>

  /// The command for an inventory.
  package init(of inventory: Inventory) {
    self.inventory = inventory
    kind = Argument(
      optional: inventory.kindForm, absent: "the kind that has the name", "the kind of the card")
  }

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "show",
      abstract: "Show a card with every default filled in",
      discussion: """
        The output is a card itself: what it extends is merged into it, --set is applied, defaults \
        are written out, and every key says on its line what it means. What follows from a card, \
        such as the radiation length of a material, stands below it in comments.

        With --figure a search or a detector is drawn, too: its elements to scale along the beam, \
        with their materials and depths.

        A file of events (.hepmc3, .h5) is read to its end and summed up: who made it, how many \
        events it holds, their weights, and how well momentum is balanced.
        """,
      examples: [
        Example("show", "lead", shows: "the card of lead, and what follows from it"),
        Example("show", "model", "BC1", shows: "the model that has this alias"),
        Example(
          "show", "materials", "lead", "--set", "density=11.34 g/cm3", "--json",
          shows: "the same for programs, with another density"),
        Example(
          "show", "na64-ecal",
          shows: "the calorimeter of NA64; --figure ecal.svg draws it"),
      ],
      parameters: [
        kind, Self.name, StandardOption.set, StandardOption.figure, FigureOption.style,
        StandardOption.force, StandardOption.data, StandardOption.json,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    if arguments[kind] == nil, let summary = try EventFileSummary(reading: arguments[Self.name]) {
      try arguments[StandardOption.json]
        ? console.print(summary.json) : console.print(summary.text(on: console.output))
      return .done
    }
    let library = try CardLibrary(
      inventory, for: surroundings, named: arguments[StandardOption.data])
    let card = try library.card(
      arguments[Self.name], kind: arguments[kind], at: arguments.places(of: Self.name).first,
      setting: arguments[StandardOption.set])
    if let figure = try FigureFile(of: arguments) {
      let setup = try library.setup(of: card, at: arguments.places(of: Self.name).first)
      try figure.write { style in SetupFigure(setup, style: style).drawing }
    }
    let consequences = library.consequences(of: card)
    if arguments[StandardOption.json] {
      try console.print(document(of: card, consequences))
    } else {
      try console.output.sink.write(
        YAMLPrinter().text(for: card.written) + comments(on: consequences, for: console.output))
    }
    return .done
  }

  private func comments(
    on consequences: Result<[DerivedQuantity], any Error>?, for channel: Channel
  ) -> String {
    switch consequences {
    case nil: ""
    case .success(let quantities): "\n" + quantities.comments(on: channel)
    case .failure(let error): "\n# nothing follows from it: \(printable("\(error)"))\n"
    }
  }

  private func document(
    of card: Card, _ consequences: Result<[DerivedQuantity], any Error>?
  ) -> JSONValue {
    guard case .object(var members) = card.written.json, let consequences else {
      return card.written.json
    }
    switch consequences {
    case .success(let quantities): members["derived"] = .array(quantities.map(\.json))
    case .failure(let error):
      members["derived"] = .null
      members["note"] = .string("nothing follows from it: \(error)")
    }
    return .object(members)
  }
}
