// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Quantities

/// What an experiment knows, as a command line or a table says it.
struct CountedExperiment: Sendable {
  /// Above this background sums over all its outcomes are refused.
  static let largestSummedBackground = 500.0

  /// Counts, backgrounds and efficiencies.
  let model: CountingModel
  /// Whether there are counts; without them those of the model are zero and mean nothing.
  let isObserved: Bool

  /// Reads an experiment.
  ///
  /// - Parameters:
  ///   - arguments: The command line, which declares ``ExperimentOption/all``.
  ///   - isCountNeeded: Whether there is no answer without observed counts.
  /// - Throws: What is wrong with the options or the table.
  init(from arguments: Arguments, isCountNeeded: Bool) throws {
    if let path = arguments[ExperimentOption.bins] {
      try self.init(bins: path, arguments)
    } else {
      try self.init(oneBin: arguments, isCountNeeded: isCountNeeded)
    }
  }

  /// Whether a strength of one is one event, so that limits are on events.
  var isInEvents: Bool { model.bins.count == 1 && model.efficiency == 1 }

  /// The largest background of a bin, errors included.
  var largestBackground: Double {
    model.bins.map { $0.background.value + 3 * $0.background.error }.max() ?? 0
  }

  private init(oneBin arguments: Arguments, isCountNeeded: Bool) throws(UsageErrors) {
    try arguments.refuse(
      [ExperimentOption.commonBackgroundError], "without --bins",
      because: "a single bin shares its background with none", try: "write --background-error")
    guard arguments[ExperimentOption.observed] != nil || !isCountNeeded else {
      throw .missing(ExperimentOption.observed.specification)
    }
    let background = arguments[ExperimentOption.background]?.value ?? 0
    let error = arguments[ExperimentOption.backgroundError]?.value ?? 0
    if error > 0, background == 0 {
      let isGiven = arguments[ExperimentOption.background] != nil
      throw UsageErrors(
        UsageError(
          isGiven
            ? "--background-error beside a background of 0"
            : "--background-error without --background",
          because: "the error of a mean that is zero says nothing about its density",
          try: "give the mean that the error belongs to",
          at: arguments.places(of: ExperimentOption.backgroundError).first))
    }
    let uncertain = try Self.mistaken(at: ExperimentOption.backgroundError, in: arguments) {
      () throws(InferenceError) in
      try UncertainValue(
        background, error: error, shape: arguments[ExperimentOption.backgroundModel],
        name: "background")
    }
    let efficiency = try Self.efficiencyFactor(arguments)
    model = try Self.mistaken(at: ExperimentOption.observed, in: arguments) {
      () throws(InferenceError) in
      try CountingModel(
        observed: Double(arguments[ExperimentOption.observed] ?? 0), background: uncertain,
        efficiency: efficiency)
    }
    isObserved = arguments[ExperimentOption.observed] != nil
  }

  private init(bins path: String, _ arguments: Arguments) throws {
    try arguments.refuse(
      [
        ExperimentOption.observed, ExperimentOption.background, ExperimentOption.backgroundError,
      ], "beside --bins", because: "the table says it for each bin",
      try: "keep one of them")
    let bins = try BinTable(
      readingFrom: path, backgroundShape: arguments[ExperimentOption.backgroundModel],
      efficiencyShape: arguments[ExperimentOption.efficiencyModel]
    ).bins
    let common = try Self.mistaken(at: ExperimentOption.commonBackgroundError, in: arguments) {
      () throws(InferenceError) in
      try UncertainValue(
        1, error: arguments[ExperimentOption.commonBackgroundError]?.share ?? 0,
        shape: arguments[ExperimentOption.backgroundModel], name: "common background")
    }
    let efficiency = try Self.efficiencyFactor(arguments)
    model = try Self.mistaken(at: ExperimentOption.bins, in: arguments) {
      () throws(InferenceError) in
      try CountingModel(
        bins: bins, commonEfficiency: efficiency, commonBackground: common)
    }
    isObserved = true
  }

  private static func efficiencyFactor(
    _ arguments: Arguments
  ) throws(UsageErrors) -> UncertainValue {
    try mistaken(at: ExperimentOption.efficiencyError, in: arguments) {
      () throws(InferenceError) in
      try UncertainValue(
        1, error: arguments[ExperimentOption.efficiencyError]?.share ?? 0,
        shape: arguments[ExperimentOption.efficiencyModel], name: "efficiency")
    }
  }

  /// Runs a check; what it refuses is a mistake at an option.
  private static func mistaken<Value>(
    at option: some Parameter, in arguments: Arguments,
    _ check: () throws(InferenceError) -> Value
  ) throws(UsageErrors) -> Value {
    do throws(InferenceError) {
      return try check()
    } catch {
      throw UsageErrors(
        UsageError(
          error.problem, because: error.reason, try: error.suggestion,
          at: arguments.places(of: option).first))
    }
  }
}

extension CountedExperiment {
  /// What the experiment knows, in one line.
  var title: String {
    let count = model.bins.count
    let counts = isObserved ? "\(model.observed) observed" : "nothing observed yet"
    var background = model.background.formatted(significant: 6)
    if count == 1, let bin = model.bins.first, bin.background.isUncertain {
      background += " +- \(bin.background.error.formatted(significant: 6))"
      background += " (\(bin.background.shape.rawValue))"
    }
    return (count == 1 ? "" : "\(count) bins: ") + "\(counts), background \(background)"
  }
}

extension InferenceError {
  /// The mistake of having asked a method what it does not answer; other failures stay themselves.
  func asMistake(at place: Word.Place?) -> any Error {
    switch cause {
    case .invalidInput, .notApplicable:
      UsageErrors(UsageError(problem, because: reason, try: suggestion, at: place))
    case .tooLarge, .noConvergence: self
    }
  }
}
