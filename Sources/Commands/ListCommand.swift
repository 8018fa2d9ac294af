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
      let filled = try kinds.filter { try !library.names(of: $0).isEmpty }
      let parts = try filled.map { try text(of: $0, in: library, on: console.output) }
      let empty = kinds.map(\.name).filter { name in !filled.contains { $0.name == name } }
      let remark =
        empty.isEmpty ? [] : ["none ship with this version: " + empty.joined(separator: ", ")]
      try console.print((parts + remark).joined(separator: "\n\n"))
    }
    return .done
  }

  private func text(
    of kind: Inventory.Kind, in library: CardLibrary, on channel: Channel
  ) throws -> String {
    let entries = try library.entries(of: kind)
    let hasAliases = entries.contains { !$0.aliases.isEmpty }
    var table = Table(
      [Table.Column(kind.name)] + (hasAliases ? [Table.Column("also")] : [])
        + [Table.Column("title")])
    for entry in entries {
      let aliases = hasAliases ? [entry.aliases.joined(separator: ", ")] : []
      table.append([entry.name] + aliases + [entry.title])
    }
    return table.rendered(on: channel)
  }

  private func document(of kind: Inventory.Kind, in library: CardLibrary) throws -> JSONValue {
    let entries = try library.entries(of: kind).map { entry -> JSONValue in
      [
        "name": .string(entry.name), "title": .string(entry.title),
        "aliases": .array(entry.aliases.map { .string($0) }),
      ]
    }
    return ["kind": .string(kind.name), "entries": .array(entries)]
  }
}
