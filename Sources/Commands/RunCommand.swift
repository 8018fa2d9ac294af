// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Quantities
import Searches
import Storage

/// `lacuna run`: a search from its beam to its limit.
package struct RunCommand: Command {
  private let inventory: Inventory

  /// The command for an inventory.
  package init(of inventory: Inventory) { self.inventory = inventory }

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "run",
      abstract: "Run a search from its beam to its limit",
      discussion: """
        Simulates the showers of the beam in the detector, lets them emit the dark particle with \
        its exact differential cross section for all masses at once, applies trigger and \
        selection, and sets the limit of each mass. What was simulated is kept: a run with other \
        exposures, backgrounds, masses between the same ends or cuts simulates nothing again, unless \
        a cut moves the signal box.

        With --out the result is written as limit.csv, cutflow.csv and result.json, the record of \
        the run as run.json. After Ctrl-C the blocks that are done are kept and the same command \
        goes on from there. The same seed gives the same bytes, whatever the threads.
        """,
      examples: [
        Example(
          "run", "na64e-invisible", shows: "NA64's search for invisible decays, 2016-2018",
          isLong: true),
        Example(
          "run", "na64e-invisible", "--set", "exposure.2018.electrons=5e12",
          shows: "the same with more electrons", isLong: true),
        Example(
          "run", "na64e-invisible", "--mass", "10MeV,100MeV", "--json",
          shows: "two masses, for programs", isLong: true),
      ],
      parameters: SearchOption.all + [
        StandardOption.events, StandardOption.set, StandardOption.seed, StandardOption.threads,
        StandardOption.quiet, StandardOption.out, StandardOption.force, StandardOption.data,
        StandardOption.json,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let started = UTCTime.now
    let request = try SearchRequest(arguments, of: inventory, in: surroundings)
    let folder = ResultFolder(of: arguments)
    try folder?.check(SearchReport.fileNames)
    var progress = PhaseProgress(
      on: console.error, isQuiet: arguments[StandardOption.quiet])
    let outcome = try Interruption.heeded { cancellation in
      try request.result(cancellation: cancellation) { progress.update($0, $1, $2) }
    }
    progress.finish()
    guard let report = outcome.report else {
      console.remark(
        "lacuna run: interrupted after \(outcome.made) new blocks of showers (they are kept) run "
          + "the same command again to go on")
      return .interrupted
    }
    if let folder {
      let record = Provenance(
        commandLine: CommandLine.arguments, card: request.cardText, inputs: try request.inputs,
        seed: request.seed, threads: request.threads, started: started, finished: UTCTime.now)
      for file in report.files { try folder.write(file.text, to: file.name) }
      try folder.write(report.record(record).text(.indented), to: "run.json")
    }
    if arguments[StandardOption.json] {
      try console.print(report.json)
    } else {
      try console.print(report.text(on: console.output))
    }
    if !arguments[StandardOption.quiet] {
      for warning in report.warnings { console.remark("warning: \(warning)") }
    }
    return .done
  }
}
