// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Execution
import Production
import Quantities
import Storage

/// `lacuna events`: complete events of a beam on a thin target, as files for other programs.
package struct EventsCommand: Command {
  /// The command.
  package init() {}

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "events",
      abstract: "Make signal events for other programs (HepMC3, LHE, HDF5)",
      discussion: """
        A beam of one energy meets a target so thin that each particle meets one atom at most. An \
        event has the beam particle, what it hits, X, what else flies out, and the decay of X at \
        its vertex, in GeV, mm and ns; docs/EVENTS.md describes the files. Final states come from \
        the exact differential cross section with the weight 1. The cross section in the file is \
        that per atom, times the branching ratio of a decay that is chosen.

        With --decay-volume every X decays between two planes, and the weight is the probability \
        of that. After Ctrl-C the file is finished and holds the events made so far. The same \
        command makes the same bytes on any number of threads.
        """,
      examples: [
        Example(
          "events", "--energy", "100GeV", "--mass", "16.7MeV", "--decay", "e+e-", "--epsilon",
          "1e-3", shows: "dark photons that decay to e+ e-; --out makes a file of them"),
        Example(
          "events", "--energy", "100GeV", "--mass", "10MeV,16.7MeV", "--events", "1000",
          shows: "the same events for two masses, a weight for each"),
        Example(
          "events", "--process", "primakoff", "--energy", "50GeV", "--mass", "50MeV", "--g",
          "1e-4/GeV", shows: "axion-like particles that photons become"),
      ],
      parameters: EventsOption.all)
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let data = try surroundings.dataFolder(named: arguments[StandardOption.data])
    let request = try EventsRequest(arguments, data: data)
    let events = try request.source()
    let writer = try request.file.map { file in
      try EventFormat.writer(
        to: file.path, header: request.header(of: events), overwriting: request.isOverwriting)
    }
    let draws = console.error.isTerminal && !arguments[StandardOption.quiet]
    let sink = console.error.sink
    let tally = try EventsRun(
      events: events, count: request.count, acceptance: request.acceptance
    ).run(
      into: writer, threads: arguments[StandardOption.threads] ?? Cores.available,
      progress: Progress(
        "making", unit: "events", total: request.count, width: console.error.columns ?? 80,
        draw: draws ? { line in try? sink.write(line) } : nil))
    let report = EventsReport(request: request, events: events, tally: tally)
    if arguments[StandardOption.json] {
      try console.print(report.json)
    } else if !arguments[StandardOption.quiet] || request.file == nil {
      try console.print(report.text(on: console.output))
    }
    guard report.isPartial else { return .done }
    console.remark(
      "lacuna events: interrupted after \(tally.count) of \(request.count) events "
        + (report.file == nil ? "(no file is kept)" : "(the file is complete and holds them)"))
    return .interrupted
  }
}
