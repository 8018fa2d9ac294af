// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Execution
import Production
import Quantities
import Storage

/// `lacuna explain`: every factor behind one cross section, or behind the events of a search.
package struct ExplainCommand: Command {
  private static let crossSection = "xsec"
  private static let topic = Argument(
    ValueForm<String>.text("TOPIC", "xsec, or a search by name or the path of its card")
      .completed(by: .lines(of: ["list", "searches", "--names"])),
    "what to explain: xsec, or a search")
  /// A search has its energy in its card; a cross section has none.
  private static let energy = Option(
    "energy", ValueForm<Scan<EnergyDimension>>.scan(.positive),
    default: Scan([.gev(100)]), "total energy of the projectile; a search has its own")

  private let inventory: Inventory

  /// The command for an inventory.
  package init(of inventory: Inventory) { self.inventory = inventory }

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "explain",
      abstract: "Explain one number: every factor, formula and reference behind it",
      discussion: """
        'lacuna explain SEARCH' takes a mass and epsilon: it prints every factor of the expected \
        number of events of that search at that point, which multiply up to the number of \
        'lacuna run'. Showers that are not kept yet are simulated.

        'lacuna explain xsec' takes the options of 'lacuna xsec' and one mass and energy. It prints the couplings, the \
        nucleus and its form factors, the limits and the flux of virtual photons, the ranges of \
        what is integrated over, the formulas with the keys of their sources ('lacuna cite KEY' \
        shows them), and the numbers of all methods with their ratios.
        """,
      examples: [
        Example(
          "explain", "na64e-invisible", "--mass", "10MeV", "--epsilon", "1e-4",
          shows: "the events of a search", isLong: true),
        Example(
          "explain", "xsec", "--mass", "16.7MeV", "--energy", "100GeV",
          shows: "a dark photon of electrons on lead"),
        Example(
          "explain", "xsec", "--process", "annihilation", "--mass", "0.1GeV", "--energy", "10GeV",
          "--json", shows: "a resonance with its widths, for programs"),
      ],
      parameters: [Self.topic]
        + CrossSectionOption.all.map {
          $0.specification.name == CrossSectionOption.energy.specification.name ? Self.energy : $0
        } + [
          StandardOption.events, StandardOption.set, StandardOption.seed, StandardOption.threads,
          StandardOption.quiet, StandardOption.data, StandardOption.json,
        ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    guard arguments[Self.topic] == Self.crossSection else {
      return try explain(arguments[Self.topic], arguments, in: surroundings)
    }
    guard !arguments.places(of: CrossSectionOption.energy).isEmpty else {
      throw UsageErrors.missing(CrossSectionOption.energy.specification)
    }
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

  /// The events of a search at one mass.
  private func explain(
    _ word: String, _ arguments: Arguments, in surroundings: Surroundings
  ) throws -> ExitStatus {
    try refuseTables(arguments)
    try refuseOptionsOfCrossSections(arguments)
    let console = surroundings.console
    let request = try SearchRequest(
      word, at: arguments.places(of: Self.topic).first,
      masses: arguments[CrossSectionOption.mass].values.map(\.gev), arguments,
      setting: [try method(of: arguments)].compactMap { $0 }, of: inventory, in: surroundings)
    var progress = PhaseProgress(on: console.error, isQuiet: arguments[StandardOption.quiet])
    let outcome = try Interruption.heeded { cancellation in
      try request.result(cancellation: cancellation) { progress.update($0, $1, $2) }
    }
    progress.finish()
    guard let report = outcome.report else {
      console.remark("lacuna explain: interrupted (what was simulated is kept)")
      return .interrupted
    }
    let explanation = try SearchExplanation(
      of: report.result, epsilon: arguments[CrossSectionOption.epsilon]?.value ?? 1)
    if arguments[StandardOption.json] {
      try console.print(explanation.json)
    } else {
      try console.print(explanation.text(on: console.output))
    }
    return .done
  }

  /// What `--method` changes in the card of a search; nil where it is not given.
  private func method(of arguments: Arguments) throws(UsageErrors) -> Assignment? {
    typealias Wanted = CrossSectionOption
    guard let place = arguments.places(of: Wanted.method).first else { return nil }
    let names = arguments[Wanted.method] ?? []
    guard names.count == 1, let name = names.first, BremsstrahlungMethod(rawValue: name) != nil
    else {
      throw UsageErrors(
        UsageError(
          "--method: \(names.joined(separator: ",")) is not one method of bremsstrahlung",
          because: "a search computes its signal in one way",
          try: "choose one of "
            + BremsstrahlungMethod.allCases.map(\.rawValue).joined(separator: ", "), at: place))
    }
    return Assignment(path: "model.production.bremsstrahlung", value: name)
  }

  /// A search has all but mass, coupling and method in its card.
  private func refuseOptionsOfCrossSections(_ arguments: Arguments) throws(UsageErrors) {
    typealias Wanted = CrossSectionOption
    let known = [
      Wanted.mass.specification.name, Wanted.epsilon.specification.name,
      Wanted.method.specification.name,
    ]
    var errors: [UsageError] = []
    for option in CrossSectionOption.all where !known.contains(option.specification.name) {
      guard let place = arguments.places(of: option).first else { continue }
      errors.append(
        UsageError(
          "\(option.specification.name): not an option for a search",
          because: "its card says it", try: "use '--set', or explain 'xsec'", at: place))
    }
    if !errors.isEmpty { throw UsageErrors(errors) }
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
