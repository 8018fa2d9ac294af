// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Execution
import Quantities
import Showers
import Storage

/// `lacuna shower`: electromagnetic showers in a block of one material, or in a detector.
package struct ShowerCommand: Command {
  private let inventory: Inventory

  /// The command for an inventory.
  package init(of inventory: Inventory) { self.inventory = inventory }

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "shower",
      abstract: "Simulate showers in a block or a detector: profiles, leakage, track lengths",
      discussion: """
        Energies are kinetic, that of the beam particle and the cuts too. The beam enters the \
        middle of the front face. Lengths are given by themselves or in radiation lengths, 40X0. \
        Particles are made from the cut on and followed down to it; what is softer is deposited on \
        the spot. Track lengths dL/dE are in radiation lengths per GeV and shower, eight bins a \
        decade from 10 MeV up. A shower that leaves the block by more than 1% is warned of.

        With --detector the showers are those in a calorimeter, layer by layer: what it sees of \
        them, its resolution with each of its terms, its observables. The beam enters where the \
        card puts its axis, and particles are followed as far as the layers need. --set changes \
        the card: --set element.layers=100. Muons and pions are not simulated there but \
        parametrised: what one leaves is drawn, on the scale of electrons.

        With --out the result is written as shower.json, longitudinal.csv, radial.csv and \
        track-length.csv (of a detector cells.csv instead of the last two), the record of the run \
        as run.json. After Ctrl-C the showers that are done are kept. The same seed \
        gives the same bytes, whatever the threads, but for cpu_seconds_per_event in JSON, the \
        processor time of a shower without start-up and tables; shower i is the same in a longer \
        run.
        """,
      examples: [
        Example(
          "shower", "--energy", "10GeV", "--events", "20",
          shows: "electrons in 40 radiation lengths of lead"),
        Example(
          "shower", "--material", "PbWO4", "--depth", "22cm", "--energy", "5GeV", "--events", "9",
          shows: "in a block of crystals, with what leaks out of it"),
        Example(
          "shower", "--energy", "100GeV", "--above", "900MeV", "--events", "500",
          shows: "track lengths above 900 MeV alone, which take a fraction of the time"),
        Example(
          "shower", "--particle", "gamma", "--energy", "10GeV", "--events", "20", "--json",
          shows: "photons, for programs"),
        Example(
          "shower", "--detector", "na64-ecal", "--energy", "10GeV", "--events", "20",
          shows: "what the calorimeter of NA64 sees of electrons"),
        Example(
          "shower", "--detector", "na64-hcal", "--energy", "100GeV", "--particle", "mu-",
          shows: "what muons leave in its calorimeter for hadrons, parametrised"),
      ],
      parameters: ShowerOption.all + [
        StandardOption.set, StandardOption.seed, StandardOption.threads, StandardOption.quiet,
        StandardOption.out, StandardOption.force, StandardOption.data, StandardOption.json,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let data = try surroundings.dataFolder(named: arguments[StandardOption.data])
    let library = CardLibrary(inventory, in: data)
    if let detector = arguments[ShowerOption.detector] {
      return try run(in: detector, arguments, library, data, console)
    }
    let request = try ShowerRequest(arguments, in: library, data: data)
    let folder = ResultFolder(of: arguments)
    try folder?.check(ShowerReport.fileNames)
    let started = UTCTime.now
    let threads = arguments[StandardOption.threads] ?? Cores.available
    let isQuiet = arguments[StandardOption.quiet]
    let simulation = try ShowerSimulation(request.setup, from: data)
    let report: ShowerReport
    do throws(EventFileError) {
      let file = try request.file(of: arguments)
      report = try ShowerReport(
        request, simulation: simulation, threads: threads, into: file,
        progress: progress(of: request.events, on: console.error, isQuiet: isQuiet))
      try file?.finish()
    } catch {
      guard case .storage(let cause) = error else { throw error }
      throw UnwritableResult(error: cause)
    }
    if let folder, report.tally.events > 0 {
      let record = Provenance(
        commandLine: CommandLine.arguments, card: request.card, inputs: [],
        seed: UInt64(request.seed), threads: threads, started: started, finished: UTCTime.now)
      try folder.write(report.json.text(.indented), to: "shower.json")
      for table in report.tables { try folder.write(table.text, to: table.name) }
      try folder.write(record.json.text(.indented), to: "run.json")
    }
    if arguments[StandardOption.json] {
      try console.print(report.json)
    } else if report.tally.events > 0 {
      try console.print(report.text(on: console.output))
    }
    return ending(
      done: report.tally.events, of: request.events, seconds: report.processorSecondsPerEvent,
      arguments, console)
  }

  /// Showers in a detector.
  private func run(
    in detector: String, _ arguments: Arguments, _ library: CardLibrary, _ data: DataFolder,
    _ console: Console
  ) throws -> ExitStatus {
    let request = try DetectorShowerRequest(detector, arguments, in: library, data: data)
    guard let species = request.beam.species else {
      return try draw(request, arguments, data, console)
    }
    let folder = ResultFolder(of: arguments)
    try folder?.check(DetectorShowerReport.fileNames)
    let started = UTCTime.now
    let threads = arguments[StandardOption.threads] ?? Cores.available
    let isQuiet = arguments[StandardOption.quiet]
    let report = DetectorShowerReport(
      request,
      simulation: try request.simulation(
        of: species, energy: request.energy, from: data, arguments), threads: threads,
      progress: progress(of: request.events, on: console.error, isQuiet: isQuiet))
    if let folder, report.tally.events > 0 {
      let record = Provenance(
        commandLine: CommandLine.arguments, card: request.card, inputs: [],
        seed: UInt64(request.seed), threads: threads, started: started, finished: UTCTime.now)
      try folder.write(report.json.text(.indented), to: "shower.json")
      for table in report.tables { try folder.write(table.text, to: table.name) }
      try folder.write(record.json.text(.indented), to: "run.json")
    }
    if arguments[StandardOption.json] {
      try console.print(report.json)
    } else if report.tally.events > 0 {
      try console.print(report.text(on: console.output))
    }
    return ending(
      done: report.tally.events, of: request.events, seconds: report.processorSecondsPerEvent,
      arguments, console)
  }

  /// Muons and hadrons in a detector, which are parametrised.
  private func draw(
    _ request: DetectorShowerRequest, _ arguments: Arguments, _ data: DataFolder,
    _ console: Console
  ) throws -> ExitStatus {
    try arguments.refuse(
      [StandardOption.out], "beside --particle \(request.beam.rawValue)",
      because: "what is parametrised has no tables", try: "use --json")
    let report = PassageReport(
      request, try Passage(request, arguments, data: data),
      progress: progress(
        of: request.events, on: console.error, isQuiet: arguments[StandardOption.quiet]))
    if arguments[StandardOption.json] {
      try console.print(report.json)
    } else if report.events > 0 {
      try console.print(report.text(on: console.output))
    }
    return ending(done: report.events, of: request.events, seconds: nil, arguments, console)
  }

  /// Says how a run ended.
  private func ending(
    done: Int, of wanted: Int, seconds: Double?, _ arguments: Arguments, _ console: Console
  ) -> ExitStatus {
    if done < wanted {
      console.remark(
        "lacuna shower: interrupted after \(done) of \(wanted) showers "
          + "(they are kept) run the same command again for all")
      return .interrupted
    }
    if !arguments[StandardOption.quiet], !arguments[StandardOption.json], let seconds {
      console.remark(
        "\(Time.s(seconds).formatted(significant: 3)) of processor time a shower, start-up and "
          + "tables left out")
    }
    return .done
  }

  /// The line on the terminal.
  private func progress(of events: Int, on channel: Channel, isQuiet: Bool) -> Progress {
    let sink = channel.sink
    return Progress(
      "simulating", unit: "showers", total: events, width: channel.columns ?? 80,
      draw: channel.isTerminal && !isQuiet ? { line in try? sink.write(line) } : nil)
  }
}

extension ShowerRequest {
  /// The file that takes each shower by itself; nil where none is named.
  fileprivate func file(
    of arguments: Arguments
  ) throws(EventFileError) -> ShowerDepositWriter? {
    guard let path = arguments[ShowerOption.perEvent] else { return nil }
    return try ShowerDepositWriter(
      path, remarks: fileRemarks, slabs: slabEdges, overwriting: arguments[StandardOption.force])
  }
}
