// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Storage

/// `lacuna explain xsec ...`: every factor behind one cross section.
package struct ExplainCommand: Command {
  private static let topic = Argument(
    ValueForm<String>.choice("TOPIC", [Choice("xsec", "a production cross section")]),
    "what to explain")

  /// The command.
  package init() {}

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "explain",
      abstract: "Explain one cross section: every factor, formula, number and reference",
      discussion: """
        Takes the options of 'lacuna xsec' and one mass and energy. It prints the couplings, the \
        nucleus and its form factors, the limits and the flux of virtual photons, the ranges of \
        what is integrated over, the formulas with the keys of their sources ('lacuna cite KEY' \
        shows them), and the numbers of all methods with their ratios.
        """,
      examples: [
        Example(
          "explain", "xsec", "--mass", "16.7MeV", "--energy", "100GeV",
          shows: "a dark photon of electrons on lead"),
        Example(
          "explain", "xsec", "--process", "annihilation", "--mass", "0.1GeV", "--energy", "10GeV",
          "--json", shows: "a resonance with its widths, for programs"),
      ],
      parameters: [Self.topic] + CrossSectionOption.all + [
        StandardOption.threads, StandardOption.data, StandardOption.json,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let data = try surroundings.dataFolder(named: arguments[StandardOption.data])
    try refuseTables(arguments)
    let request = try CrossSectionRequest(arguments, data: data)
    var everything = request
    everything.methods += request.comparableMethods.filter { !request.methods.contains($0) }
    let report = CrossSectionReport(
      computing: everything, threads: arguments[StandardOption.threads] ?? Cores.available,
      progress: Progress("computing", unit: "points", total: 1, draw: nil))
    let own = report.points.first?.values.first
    if let problem = own?.problem {
      throw UsageErrors(
        UsageError(problem.problem, because: problem.reason, try: problem.suggestion))
    }
    let explanation = CrossSectionExplanation(of: request, report: report)
    if arguments[StandardOption.json] {
      try console.print(explanation.json)
    } else {
      try console.print(explanation.text(on: console.output))
    }
    return .done
  }

  /// One point is explained, not a table, and not a spectrum.
  private func refuseTables(_ arguments: Arguments) throws(UsageErrors) {
    typealias Wanted = CrossSectionOption
    var errors: [UsageError] = []
    let scans = [
      (
        Wanted.mass.specification.name, arguments[Wanted.mass].count,
        arguments.places(of: Wanted.mass)
      ),
      (
        Wanted.energy.specification.name, arguments[Wanted.energy].count,
        arguments.places(of: Wanted.energy)
      ),
    ]
    for (name, count, places) in scans where count > 1 {
      errors.append(
        UsageError(
          "\(name): \(count) values", because: "one point is explained at a time", try: "give one",
          at: places.first))
    }
    if let place = arguments.places(of: Wanted.differential).first {
      errors.append(
        UsageError(
          "--differential: no spectrum is explained",
          because: "its ingredients are those of the total",
          try: "use 'lacuna xsec'", at: place))
    }
    if !errors.isEmpty { throw UsageErrors(errors) }
  }
}

extension CrossSectionRequest {
  /// The methods that apply to the projectile and the cuts.
  var comparableMethods: [CrossSectionMethod] {
    channel.methods.filter { method in
      switch method {
      case .bremsstrahlung(.leadingLog): projectile != .muon && shares == nil
      case .primakoff(.closed): content == .elastic
      default: true
      }
    }
  }
}
