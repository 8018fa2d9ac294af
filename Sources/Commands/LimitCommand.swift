// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Inference
import Quantities
import Storage

/// `lacuna limit`: what counted events say about a signal.
package struct LimitCommand: Command {
  private static let pValue = Flag(
    "p-value", "print how odd the counts are for background alone, in the place of a limit")
  private static let expected = Flag(
    "expected", "add the limits that background alone would give: median, 68% and 95% bands")
  private static let coverage = Flag(
    "coverage", "add how often the intervals hold a true signal of 0 to 10")

  /// The command.
  package init() {}

  package var declaration: CommandDeclaration {
    CommandDeclaration(
      name: "limit",
      abstract: "Compute limits, intervals, p-values and coverage of counting experiments",
      discussion: """
        A limit counts signal events that pass the selection, or with --bins the strength for \
        which a bin expects as many events as its efficiency says. A file of bins is a table of \
        the columns bin, observed, background, background_error, efficiency and \
        efficiency_error, of which observed and background must be there; errors are in the \
        unit of their value. --observed may be left out where only --expected or --coverage is \
        asked for. With --workspace the limit is on the signal strength of a HistFactory \
        likelihood, in its large-sample form; the parameters of the workspace are profiled.
        """,
      examples: [
        Example(
          "limit", "--observed", "0", "--background", "0.53", "--background-error", "0.17",
          shows: "a limit with CLs at 90%"),
        Example(
          "limit", "--observed", "1", "--background", "0.53", "--method", "cls,profile",
          "--expected", shows: "two methods side by side, with what background alone would give"),
        Example(
          "limit", "--p-value", "--observed", "1", "--background", "0.29", "--background-error",
          "0.04", shows: "how odd one event is over little background"),
        Example(
          "limit", "--workspace", "Examples/workspace.json", "--expected",
          shows: "the signal strength of a HistFactory workspace, and what was expected"),
        Example(
          "limit", "--coverage", "--background", "1", "--method", "cls,profile",
          shows: "how often two kinds of intervals are right"),
        Example(
          "limit", "--observed", "0", "--background", "0.53", "--cl", "95%", "--json",
          shows: "another confidence level, for programs"),
      ],
      parameters: ExperimentOption.all + WorkspaceOption.all + MethodOption.all + [
        Self.pValue, Self.expected, Self.coverage, StandardOption.seed, StandardOption.json,
      ])
  }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let isJSON = arguments[StandardOption.json]
    if let question = try WorkspaceQuestion(from: arguments) {
      let report = try report(on: question, arguments)
      if isJSON {
        try console.print(report.json)
      } else {
        try console.print(report.text(on: console.output))
      }
      return .done
    }
    if arguments[Self.pValue] {
      try refuseBesidePValue(arguments)
      let report = try OddityReport(
        of: CountedExperiment(from: arguments, isCountNeeded: true))
      if isJSON {
        try console.print(report.json)
      } else {
        try console.print(report.text(on: console.output))
      }
      return .done
    }
    let isForecast = arguments[Self.expected] || arguments[Self.coverage]
    let experiment = try CountedExperiment(from: arguments, isCountNeeded: !isForecast)
    try refuseTooManyOutcomes(of: experiment, arguments)
    let methods = try MethodOption.methods(from: arguments)
    let channel = console.error
    let intervals = Coverage.intervals(
      for: experiment.model, upTo: LimitReport.signals.last ?? 0)
    var progress = Progress(
      "computing coverage", unit: "intervals", total: methods.count * intervals,
      width: channel.columns ?? 80,
      draw: channel.isTerminal ? { try? channel.sink.write($0) } : nil)
    var done = 0
    let report = LimitReport(
      of: experiment, by: methods, at: arguments[MethodOption.level],
      isExpectedWanted: arguments[Self.expected], isCoverageWanted: arguments[Self.coverage]
    ) {
      done += 1
      progress.update(done: done)
    }
    progress.finish()
    if let refusal = report.refusal {
      throw refusal.asMistake(at: arguments.places(of: MethodOption.method).first)
    }
    if isJSON {
      try console.print(report.json)
    } else {
      try console.print(report.text(on: console.output))
    }
    return .done
  }

  private func report(
    on question: WorkspaceQuestion, _ arguments: Arguments
  ) throws -> WorkspaceReport {
    try arguments.refuse(
      [Self.coverage], "beside --workspace",
      because: "a sum over all outcomes runs over the counts of one bin",
      try: "give counts and background, or leave it out")
    if arguments[Self.pValue] { try refuseBesidePValue(arguments) }
    do throws(InferenceError) {
      return try WorkspaceReport(
        on: question,
        asking: arguments[Self.pValue]
          ? .background
          : .limit(at: arguments[MethodOption.level], isExpectedWanted: arguments[Self.expected]))
    } catch {
      throw error.asMistake(at: arguments.places(of: WorkspaceOption.workspace).first)
    }
  }

  /// A p-value has neither method nor level: what would be ignored is refused.
  private func refuseBesidePValue(_ arguments: Arguments) throws(UsageErrors) {
    let others: [any Parameter] =
      MethodOption.all + [
        Self.expected, Self.coverage, ExperimentOption.efficiencyError,
        ExperimentOption.efficiencyModel, StandardOption.seed,
      ]
    let errors = others.compactMap { other in
      arguments.places(of: other).first.map { place in
        UsageError(
          "\(other.specification.name) beside --p-value",
          because: "a p-value tests background alone, without method or signal",
          try: "ask for one of them at a time", at: place)
      }
    }
    guard errors.isEmpty else { throw UsageErrors(errors) }
  }

  /// Sums over all outcomes of a large background would take hours.
  private func refuseTooManyOutcomes(
    of experiment: CountedExperiment, _ arguments: Arguments
  ) throws(UsageErrors) {
    let flags = [Self.expected, Self.coverage].filter { arguments[$0] }
    var errors = flags.filter { _ in
      experiment.largestBackground > CountedExperiment.largestSummedBackground
    }.map { flag in
      UsageError(
        "\(flag.specification.name) with a background above "
          + "\(Int(CountedExperiment.largestSummedBackground))",
        because: "it sums over every count that background can give",
        try: "divide a sample this large into bins", at: arguments.places(of: flag).first)
    }
    if experiment.model.bins.count > 1, let place = arguments.places(of: Self.coverage).first {
      errors.append(
        UsageError(
          "no coverage for \(experiment.model.bins.count) bins",
          because: "the sum runs over the counts of one", try: "add the bins up", at: place))
    }
    guard errors.isEmpty else { throw UsageErrors(errors) }
  }
}
