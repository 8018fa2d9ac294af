// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Storage

/// `lacuna check CARD...`: all that is wrong with cards, without running them.
package struct CheckCommand: Command {
  private static let cards = Argument(
    repeating: .file("CARD"), "card to check: a path, or the name of a card that ships")

  /// A card and what was found in it.
  private struct Verdict {
    let card: String
    let findings: Findings
    /// Why the file could not be read.
    let obstacle: String?

    var isSound: Bool { !findings.hasErrors && obstacle == nil }
    /// Findings beyond those that are kept count as errors if there is one: a card that is wrong in
    /// hundreds of places is not asked for the severity of each.
    var errorCount: Int {
      let kept = findings.kept.count { $0.severity == .error }
      return kept + (findings.hasErrors ? findings.omitted : 0) + (obstacle == nil ? 0 : 1)
    }
    var warningCount: Int {
      findings.kept.count { $0.severity == .warning } + (findings.hasErrors ? 0 : findings.omitted)
    }
  }

  private let inventory: Inventory

  /// The command for an inventory.
  package init(of inventory: Inventory) { self.inventory = inventory }

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "check",
      abstract: "Check cards without running them",
      discussion: """
        Everything that is wrong is told at once, each with its line, a caret and a suggestion. \
        The exit status is 2 if any card has an error.
        """,
      examples: [
        Example("check", "lead", shows: "that the card of lead is sound"),
        Example(
          "check", "lead", "copper", "--json", shows: "the findings in two cards for programs"),
      ],
      parameters: [
        Self.cards, StandardOption.set, StandardOption.quiet, StandardOption.data,
        StandardOption.json,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let library = try CardLibrary(
      inventory, for: surroundings, named: arguments[StandardOption.data])
    let places = arguments.places(of: Self.cards)
    let paths = try zip(arguments[Self.cards], places).map { word, place in
      try library.path(of: word, at: place)
    }
    let verdicts = zip(arguments[Self.cards], paths).map { word, path in
      verdict(on: word, at: path, in: library, setting: arguments[StandardOption.set])
    }
    if arguments[StandardOption.json] {
      try console.print(document(of: verdicts))
    } else {
      let text = self.text(
        of: verdicts, on: console.output, isQuiet: arguments[StandardOption.quiet])
      try console.output.sink.write(text)
    }
    return verdicts.allSatisfy(\.isSound) ? .done : .misused
  }

  private func verdict(
    on card: String, at path: String, in library: CardLibrary, setting: [Assignment]
  ) -> Verdict {
    do throws(StorageError) {
      let reading = try library.read(path, setting: setting)
      var findings = reading.findings
      if let card = reading.card {
        findings.append(contentsOf: try library.clashes(of: card))
        if case .failure(let error) = library.consequences(of: card) {
          findings.append(.error("\(error)", at: card.root.place))
        }
      }
      return Verdict(card: card, findings: findings, obstacle: nil)
    } catch {
      return Verdict(card: card, findings: Findings(), obstacle: error.description)
    }
  }

  private func text(of verdicts: [Verdict], on channel: Channel, isQuiet: Bool) -> String {
    let printer = FindingPrinter(
      isColored: channel.isColourful, mostPrinted: Findings.mostKept)
    var text = ""
    for verdict in verdicts {
      text += printer.text(for: verdict.findings)
      if let obstacle = verdict.obstacle {
        text += "\(channel.styled("error:", .alarm)) \(printable(obstacle))\n"
      } else if verdict.findings.isEmpty, !isQuiet {
        text += "\(printable(verdict.card)): \(channel.styled("sound", .good))\n"
      }
    }
    let errors = verdicts.reduce(0) { $0 + $1.errorCount }
    let warnings = verdicts.reduce(0) { $0 + $1.warningCount }
    guard errors + warnings > 0, !isQuiet else { return text }
    return text
      + "\(count(errors, "error")), \(count(warnings, "warning")) in \(count(verdicts.count, "card"))\n"
  }

  private func document(of verdicts: [Verdict]) -> JSONValue {
    let cards = verdicts.map { verdict -> JSONValue in
      [
        "card": .string(verdict.card), "is_sound": .bool(verdict.isSound),
        "findings": .array(verdict.findings.byPlace.map(\.json)),
        "obstacle": verdict.obstacle.map { .string($0) } ?? nil,
      ]
    }
    return [
      "cards": .array(cards),
      "errors": .integer(verdicts.reduce(0) { $0 + $1.errorCount }),
      "warnings": .integer(verdicts.reduce(0) { $0 + $1.warningCount }),
    ]
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
