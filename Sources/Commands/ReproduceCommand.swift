// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Production
import Searches
import Storage

/// `lacuna reproduce`: published numbers beside those computed here.
package struct ReproduceCommand: Command {
  private static let topic = Argument(
    optional: ValueForm<Reproduction.Topic>.choice("TOPIC") { $0.title },
    absent: "all of them", "which numbers")
  private static let markdown = Flag("markdown", "print a page in Markdown")

  private let inventory: Inventory

  /// The command for an inventory.
  package init(of inventory: Inventory) { self.inventory = inventory }

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "reproduce",
      abstract: "Print published numbers beside recomputed ones, with their ratio",
      discussion: """
        The published numbers are those of Data/validation, each with its certainty and its \
        source. Limits run searches, which takes minutes the first time; all else takes a second. \
        docs/VALIDATION.md is this page: 'lacuna reproduce --markdown'.
        """,
      examples: [
        Example("reproduce", "moments", shows: "contributions to anomalous moments"),
        Example("reproduce", "widths", "--json", shows: "widths, for programs"),
      ],
      parameters: [
        Self.topic, Self.markdown, StandardOption.seed, StandardOption.threads,
        StandardOption.events, StandardOption.set, StandardOption.quiet, StandardOption.data,
        StandardOption.json,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let data = try surroundings.dataFolder(named: arguments[StandardOption.data])
    let topics = arguments[Self.topic].map { [$0] } ?? Reproduction.Topic.allCases
    var parts: [Reproduction] = []
    for topic in topics {
      switch topic {
      case .limits:
        guard let part = try limits(arguments, data, in: surroundings) else {
          console.remark("lacuna reproduce: interrupted (what was simulated is kept)")
          return .interrupted
        }
        parts.append(part)
      case .statistics: parts.append(try .statistics(in: data))
      case .widths: parts.append(try .widths(in: data))
      case .moments: parts.append(try .moments(in: data))
      }
    }
    if arguments[StandardOption.json] {
      try console.print(["topics": .array(parts.map(\.json))])
    } else if arguments[Self.markdown] {
      let page = ["# Validation", Self.preface] + parts.map(\.markdown)
      try console.print(page.joined(separator: "\n\n"))
    } else {
      try console.print(parts.map { $0.text(on: console.output) }.joined(separator: "\n\n"))
    }
    return .done
  }

  private static let preface = """
    Published numbers beside those that lacuna computes, as `lacuna reproduce --markdown` prints them. \
    The ratio is the computed number over the published one. Nothing is tuned.
    """

  private func limits(
    _ arguments: Arguments, _ data: DataFolder, in surroundings: Surroundings
  ) throws -> Reproduction? {
    var progress = PhaseProgress(
      on: surroundings.console.error, isQuiet: arguments[StandardOption.quiet])
    let part = try Reproduction.limits(in: data) { search, masses, method in
      let request = try SearchRequest(
        search, at: nil, masses: masses, arguments,
        setting: [
          Assignment(path: "model.production.bremsstrahlung", value: method.rawValue)
        ], of: inventory, in: surroundings)
      return try Interruption.heeded { cancellation in
        try request.result(cancellation: cancellation) { progress.update($0, $1, $2) }
      }.report?.result
    }
    progress.finish()
    return part
  }
}
