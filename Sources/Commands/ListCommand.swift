// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

/// `lacuna list [KIND]`: what ships with the program.
package struct ListCommand: Command {
  private static let names = Flag("names", "print the names alone, one a line")

  private let inventory: Inventory
  private let kind: Argument<Inventory.Kind?>

  /// The command for an inventory.
  package init(of inventory: Inventory) {
    self.inventory = inventory
    kind = Argument(optional: inventory.kindForm, absent: "all", "what to list")
  }

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "list",
      abstract: "List the searches, models, materials, processes and bounds that ship",
      examples: [
        Example("list", shows: "everything, kind by kind"),
        Example("list", "materials", "--names", shows: "the names of the materials, one a line"),
      ],
      parameters: [kind, Self.names, StandardOption.data, StandardOption.json])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let folder = try surroundings.dataFolder(named: arguments[StandardOption.data])
    let library = CardLibrary(inventory, in: folder)
    let kinds = arguments[kind].map { [$0] } ?? inventory.kinds
    if arguments[StandardOption.json] {
      try console.print(["kinds": .array(kinds.map { try document(of: $0, in: library) })])
    } else if arguments[Self.names] {
      for name in try kinds.flatMap({ try library.names(of: $0) }) { try console.print(name) }
    } else {
      let parts = try kinds.map { try text(of: $0, in: library, on: console.output) }
      try console.print(parts.joined(separator: "\n\n"))
    }
    return .done
  }

  private func text(
    of kind: Inventory.Kind, in library: CardLibrary, on channel: Channel
  ) throws -> String {
    let entries = try library.entries(of: kind)
    guard !entries.isEmpty else {
      return channel.styled(kind.name, .strong) + "\nnone ships with this version"
    }
    var table = Table([Table.Column(kind.name), Table.Column("title")])
    for entry in entries { table.append([entry.name, entry.title]) }
    return table.rendered(on: channel)
  }

  private func document(of kind: Inventory.Kind, in library: CardLibrary) throws -> JSONValue {
    let entries = try library.entries(of: kind).map { entry -> JSONValue in
      ["name": .string(entry.name), "title": .string(entry.title)]
    }
    return ["kind": .string(kind.name), "entries": .array(entries)]
  }
}
