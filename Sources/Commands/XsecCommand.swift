// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Quantities
import Storage

/// `lacuna xsec`: production cross sections, total and differential.
package struct XsecCommand: Command {
  /// The command.
  package init() {}

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "xsec",
      abstract: "Compute cross sections for the production of dark particles",
      discussion: """
        Energies are total energies of the projectile, its mass included. Numbers are for one \
        atom of an element, and for the mean atom of a compound; beside them stand those of one \
        gram and the probability per radiation length. Several masses, energies and methods make \
        a table. Where the momentum transfer is not small against the size of the nucleus, the \
        elastic cross section comes with a band up to the one with break-up. A mass that the \
        energy cannot make has the cross section zero and a note. With --out the result is \
        written as xsec.csv and xsec.json, spectra as spectra.csv, the record of the run as \
        run.json. After Ctrl-C the points that are done are kept.
        """,
      examples: [
        Example(
          "xsec", "--mass", "16.7MeV", "--energy", "100GeV", "--material", "lead",
          shows: "bremsstrahlung of a dark photon by electrons, exact at tree level"),
        Example(
          "xsec", "--process", "brems", "--mediator", "vector", "--lepton", "muon", "--energy",
          "160GeV", "--material", "lead", "--mass", "1MeV,100MeV", "--method", "exact,ww",
          shows: "by muons, beside Weizsaecker-Williams and the ratio"),
        Example(
          "xsec", "--process", "primakoff", "--g", "1e-3/GeV", "--energy", "50GeV", "--mass",
          "1MeV..100MeV:3", shows: "axion-like particles of photons"),
        Example(
          "xsec", "--process", "annihilation", "--energy", "9.78GeV", "--mass", "100MeV",
          "--epsilon", "1e-4", "--dark-matter", "dirac", "--mass-chi", "0.33m", "--alpha-d", "0.1",
          shows: "positrons near a resonance that decays to dark matter"),
        Example(
          "xsec", "--mass", "16.7MeV", "--energy", "100GeV", "--differential", "x", "--points",
          "10", "--json", shows: "a spectrum of the energy of X, for programs"),
      ],
      parameters: CrossSectionOption.all + [
        StandardOption.threads, StandardOption.quiet, StandardOption.out, StandardOption.force,
        StandardOption.data, StandardOption.json,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let data = try surroundings.dataFolder(named: arguments[StandardOption.data])
    let request = try CrossSectionRequest(arguments, data: data)
    let started = UTCTime.now
    let threads = arguments[StandardOption.threads] ?? Cores.available
    let draws = console.error.isTerminal && !arguments[StandardOption.quiet]
    let sink = console.error.sink
    let report = CrossSectionReport(
      computing: request, threads: threads,
      progress: Progress(
        "computing", unit: "points", total: request.masses.count * request.energies.count,
        width: console.error.columns ?? 80,
        draw: draws ? { line in try? sink.write(line) } : nil))
    if let refusal = report.refusal { throw refusal }
    if let folder = ResultFolder(of: arguments) {
      try folder.write(report.csv, to: "xsec.csv")
      if let spectra = report.spectraCSV { try folder.write(spectra, to: "spectra.csv") }
      try folder.write(report.json.text(.indented), to: "xsec.json")
      let record = Provenance(
        commandLine: CommandLine.arguments, card: nil, inputs: [], seed: 0, threads: threads,
        started: started, finished: UTCTime.now)
      try folder.write(record.json.text(.indented), to: "run.json")
    }
    if arguments[StandardOption.json] {
      try console.print(report.json)
    } else {
      try console.print(report.text(on: console.output))
    }
    guard report.isPartial else { return .done }
    console.remark(
      "lacuna xsec: interrupted after \(report.points.count) of \(report.wanted) points "
        + "(what was finished is kept) run the same command again for the rest")
    return .interrupted
  }
}
