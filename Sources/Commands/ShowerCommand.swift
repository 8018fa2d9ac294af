// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Matter
import Quantities
import Showers
import Storage

/// `lacuna shower`: electromagnetic showers in a block of matter.
package struct ShowerCommand: Command {
  private static let material = Option(
    required: "material",
    ValueForm<String>.text("MATERIAL", "a material, by name or alias").completed(
      by: .lines(of: ["list", "materials", "--names"])),
    "what the block is made of")
  private static let depth = Option(
    "depth", ValueForm<BlockDepth>.depth, default: .radiationLengths(40),
    "depth of the block along the beam")
  private static let width = Option(
    "width", .quantity(.positive), default: Length.mm(1000), "width of the block across the beam")
  private static let energy = Option(
    required: "energy", ValueForm<Energy>.quantity(.positive),
    "kinetic energy of the beam particle")
  private static let particle = Option(
    "particle",
    ValueForm<ShowerSpecies>.choice(
      "PARTICLE",
      [
        (.electron, Choice("e-")), (.positron, Choice("e+")), (.photon, Choice("gamma")),
      ]), default: .electron, "the beam particle")
  private static let cut = Option(
    "cut", .quantity(.positive), default: Energy.mev(1),
    "production threshold and tracking cutoff of all three species")
  private static let events = Option(
    "events", .integer(in: 1...Int.max), default: 100, "showers to simulate")

  /// The command.
  package init() {}

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "shower",
      abstract: "Simulate electromagnetic showers: profiles, track lengths, containment",
      discussion: """
        Electrons, positrons and photons are followed through a block of one material until they \
        fall below the cut, where their energy is deposited. Depths are in radiation lengths X0 of \
        the material unless a unit of length is given. Track lengths dL/dE have eight bins a decade, \
        aligned at 10 MeV. Ctrl-C ends the run and keeps what is done; the result does not depend \
        on the number of threads. With --out the result is also written as longitudinal.csv, \
        track_length.csv and shower.json.
        """,
      examples: [
        Example(
          "shower", "--material", "lead", "--energy", "10GeV", "--events", "20",
          shows: "electrons of 10 GeV in 40 radiation lengths of lead"),
        Example(
          "shower", "--material", "iron", "--energy", "5GeV", "--particle", "gamma", "--json",
          shows: "photons in iron, for programs"),
      ],
      parameters: [
        Self.material, Self.energy, Self.particle, Self.depth, Self.width, Self.cut, Self.events,
        StandardOption.seed, StandardOption.threads, StandardOption.out, StandardOption.force,
        StandardOption.data, StandardOption.json, StandardOption.quiet,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let data = try surroundings.dataFolder(named: arguments[StandardOption.data])
    let material = try material(arguments, in: data)
    let setup = try setup(arguments, material)
    let simulation = try ShowerSimulation(setup, from: data)
    let events = arguments[Self.events]
    let runner = BlockRunner(threads: arguments[StandardOption.threads] ?? Cores.available)
    let isShown = console.error.isTerminal && !arguments[StandardOption.quiet]
    var progress = Progress(
      "simulating", unit: "showers", total: events, width: console.error.columns ?? 80,
      draw: isShown ? { try? console.error.sink.write($0) } : nil)
    let start = ProcessorTime.seconds()
    let run = Interruption.heeded { cancellation in
      simulation.run(
        events: events, seed: UInt64(arguments[StandardOption.seed]), runner: runner,
        cancellation: cancellation
      ) { progress.update(done: $0) }
    }
    let time = ProcessorTime.seconds() - start
    progress.finish()
    let report = ShowerReport(
      material: material, setup: setup, cut: arguments[Self.cut], tally: run.tally,
      seed: arguments[StandardOption.seed], asked: events, processorTime: time)
    if let folder = ResultFolder(of: arguments) {
      try folder.write(report.longitudinalCSV, to: "longitudinal.csv")
      try folder.write(report.trackLengthCSV, to: "track_length.csv")
      try folder.write(report.json.text(.indented), to: "shower.json")
    }
    if !arguments[StandardOption.quiet] {
      for note in report.notes { console.remark(note) }
    }
    if arguments[StandardOption.json] {
      try console.print(report.json)
    } else {
      try console.print(report.text(on: console.output))
    }
    return run.outcome.ending == .cancelled ? .interrupted : .done
  }

  private func material(_ arguments: Arguments, in data: DataFolder) throws -> Material {
    do {
      return try MaterialCatalogue(from: data).material(named: arguments[Self.material])
    } catch let error as MaterialError {
      let place = arguments.places(of: Self.material).first
      guard case .unknown(let name) = error else {
        throw UsageErrors(UsageError(error.description, at: place))
      }
      throw UsageErrors(
        UsageError(
          "unknown material \(quoted(name.name))", because: "\(name.known) names are known",
          try: name.nearest.map { "did you mean '\($0)'?" } ?? "see 'lacuna list materials'",
          at: place))
    }
  }

  private func setup(_ arguments: Arguments, _ material: Material) throws -> ShowerSetup {
    do throws(ShowerError) {
      return try ShowerSetup(
        material: material, depth: arguments[Self.depth].length(in: material),
        width: arguments[Self.width], beam: arguments[Self.particle],
        energy: arguments[Self.energy], cut: arguments[Self.cut])
    } catch {
      let isCut = error.problem.hasPrefix("invalid cut")
      throw UsageErrors(
        UsageError(
          error.problem, because: error.reason, try: error.suggestion,
          at: isCut ? arguments.places(of: Self.cut).first : nil))
    }
  }
}
