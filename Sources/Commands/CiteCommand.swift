// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

/// `lacuna cite [NAME...]`: the publications behind formulas, data and cards.
package struct CiteCommand: Command {
  private static let names = Argument(
    optionalRepeating: .text("NAME", "a card, a formula, a module, a table or a key")
      .completed(by: .lines(of: ["list", "--names"])), absent: "everything", "what to cite")
  private static let list = Flag("list", "list the publications, and what names them")

  private let inventory: Inventory

  /// The command for an inventory.
  package init(of inventory: Inventory) { self.inventory = inventory }

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "cite",
      abstract: "Print the sources of formulas, data and cards in BibTeX",
      discussion: """
        A card stands for the keys that it names, with those of the cards that it extends; a \
        module such as DarkSector, or a type or function of one, for those of its formulas; a \
        table such as moments_measured.csv for those of its numbers. docs/FORMULAS.md shows each \
        formula with its source.
        """,
      examples: [
        Example("cite", "dark-photon", shows: "the paper that defines the model"),
        Example("cite", "OneLoopMoment", "--list", shows: "what a formula comes from, as a list"),
        Example("cite", shows: "the whole bibliography"),
      ],
      parameters: [Self.names, Self.list, StandardOption.data, StandardOption.json])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let data = try surroundings.dataFolder(named: arguments[StandardOption.data])
    let desk = try CitationDesk(library: CardLibrary(inventory, in: data), in: data)
    let entries = try entries(of: arguments, at: desk)
    if arguments[StandardOption.json] {
      try console.print(document(of: entries, namers: desk.namers()))
    } else if arguments[Self.list] {
      try console.print(list(of: entries, namers: desk.namers(), on: console.output))
    } else if entries.isEmpty {
      console.remark("lacuna: remark: no source is named there")
    } else {
      try console.print(entries.map(\.text).joined(separator: "\n\n"))
    }
    return .done
  }

  /// The publications asked for, each once.
  private func entries(
    of arguments: Arguments, at desk: CitationDesk
  ) throws -> [BibliographyEntry] {
    let names = arguments[Self.names]
    guard !names.isEmpty else { return desk.bibliography.entries }
    let wanted = Set(
      try zip(names, arguments.places(of: Self.names)).flatMap { name, place in
        try desk.entries(behind: name, at: place)
      })
    return desk.bibliography.entries.filter(wanted.contains)
  }

  private func list(
    of entries: [BibliographyEntry], namers: [String: [String]], on channel: Channel
  ) -> String {
    var table = Table([
      Table.Column("key"), Table.Column("by"), Table.Column("title"), Table.Column("named by"),
    ])
    for entry in entries {
      table.append([
        entry.key, entry.label, entry.title, summary(of: namers[entry.key] ?? []),
      ])
    }
    return table.rendered(on: channel)
  }

  /// The first of what names a publication, and how many more there are.
  private func summary(of namers: [String]) -> String {
    guard let first = namers.first else { return "" }
    return namers.count > 1 ? "\(first) and \(namers.count - 1) more" : first
  }

  private func document(
    of entries: [BibliographyEntry], namers: [String: [String]]
  ) -> JSONValue {
    let documents = entries.map { entry -> JSONValue in
      [
        "key": .string(entry.key), "kind": .string(entry.kind), "title": .string(entry.title),
        "fields": .object(entry.fields.mapValues { .string($0) }),
        "bibtex": .string(entry.text),
        "named_by": .array((namers[entry.key] ?? []).map { .string($0) }),
      ]
    }
    return ["entries": .array(documents)]
  }
}
