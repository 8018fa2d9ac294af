// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Storage

/// `lacuna show [KIND] NAME`: a card with every default filled in.
package struct ShowCommand: Command {
  private static let name = Argument(
    .text("NAME", "a name, or the path of a card").completed(by: .lines(of: ["list", "--names"])),
    "the card to show")

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
        are written out, and every key says on its line what it means.
        """,
      examples: [
        Example("show", "lead", shows: "the card of lead"),
        Example(
          "show", "materials", "lead", "--set", "density=11.34 g/cm3", "--json",
          shows: "the same for programs, with another density"),
      ],
      parameters: [
        kind, Self.name, StandardOption.set, StandardOption.data, StandardOption.json,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let library = try CardLibrary(
      inventory, for: surroundings, named: arguments[StandardOption.data])
    let path = try library.path(
      of: arguments[Self.name], kind: arguments[kind], at: arguments.places(of: Self.name).first)
    let reading: CardReader.Reading
    do throws(StorageError) {
      reading = try library.read(path, setting: arguments[StandardOption.set])
    } catch {
      throw UnreadableCard(error: error)
    }
    guard let card = reading.card else { throw CardRefusal(findings: reading.findings) }
    if arguments[StandardOption.json] {
      try console.print(card.written.json)
    } else {
      try console.output.sink.write(YAMLPrinter().text(for: card.written))
    }
    return .done
  }
}
