// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Quantities

/// What some methods say about the signal of an experiment, side by side.
struct LimitReport: Sendable {
  /// What one method says.
  struct Entry: Sendable {
    /// The method.
    let method: any LimitMethod
    /// Its interval for the observed counts; nil without them.
    var interval: SignalInterval?
    /// The limits of background alone; nil where not asked for.
    var expected: ExpectedLimit?
    /// The coverage at each of ``signals``; empty where not asked for.
    var coverage: [Double] = []
    /// Why it has no answer; nil where it has.
    var refusal: InferenceError?
  }

  /// The true signals at which coverage is told.
  static let signals = (0...10).map(Double.init)

  /// The experiment.
  let experiment: CountedExperiment
  /// The confidence level.
  let level: ConfidenceLevel
  /// The answers in the order in which the methods were named.
  let entries: [Entry]

  /// Asks the methods.
  ///
  /// - Parameters:
  ///   - experiment: What is known.
  ///   - methods: The methods, in the order of the report.
  ///   - level: The confidence level.
  ///   - isExpectedWanted: Whether the limits of background alone are wanted.
  ///   - isCoverageWanted: Whether the coverage is wanted.
  ///   - advance: Called after each interval that coverage needs.
  init(
    of experiment: CountedExperiment, by methods: [any LimitMethod], at level: ConfidenceLevel,
    isExpectedWanted: Bool, isCoverageWanted: Bool, advance: () -> Void = {}
  ) {
    self.experiment = experiment
    self.level = level
    entries = methods.map { method in
      var entry = Entry(method: method)
      do throws(InferenceError) {
        if experiment.isObserved {
          entry.interval = try method.interval(for: experiment.model, at: level)
        }
        if isExpectedWanted {
          entry.expected = try ExpectedLimit(of: method, for: experiment.model, at: level)
        }
        if isCoverageWanted {
          let coverage = try Coverage(
            of: method, for: experiment.model, at: level, upTo: Self.signals.last ?? 0,
            advance: advance)
          for signal in Self.signals {
            // A sum of probabilities may exceed one by its rounding.
            entry.coverage.append(min(1, try coverage.probability(signal: signal)))
          }
        }
      } catch {
        entry.refusal = error
      }
      return entry
    }
  }

  /// Why there is no answer at all; a method among others may be without one.
  var refusal: InferenceError? {
    entries.allSatisfy { $0.refusal != nil } ? entries.first?.refusal : nil
  }

  /// What an interval means, in one line.
  func meaning(of interval: SignalInterval, by method: any LimitMethod) -> String {
    let upper = Self.number(interval.upper)
    let lower = Self.number(interval.lower)
    if method is BayesianLimit {
      let statement =
        experiment.isInEvents
        ? "at most \(upper) signal events" : "the signal strength is at most \(upper)"
      return "\(statement) with a posterior probability of \(level)"
    }
    let excluded =
      switch (experiment.isInEvents, interval.lower > 0) {
      case (true, true): "fewer than \(lower) and more than \(upper) signal events are"
      case (true, false): "more than \(upper) signal events are"
      case (false, true): "signal strengths below \(lower) and above \(upper) are"
      case (false, false): "a signal strength above \(upper) is"
      }
    return "\(excluded) excluded at \(level) confidence"
  }

  /// A number for people.
  static func number(_ number: Double) -> String {
    number.isFinite ? number.formatted(significant: 6) : "?"
  }
}
