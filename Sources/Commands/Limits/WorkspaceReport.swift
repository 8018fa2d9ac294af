// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Quantities
import Storage

/// What a workspace says about its signal strength.
struct WorkspaceReport: Sendable {
  /// What is asked of a workspace.
  enum Request: Sendable {
    /// The upper limit on the signal strength, with what background alone would give.
    case limit(at: ConfidenceLevel, isExpectedWanted: Bool)
    /// The p-value of background alone.
    case background
  }

  /// The answer to a request.
  enum Answer: Sendable {
    /// The limit, and whether the expected ones are shown.
    case limit(HistFactoryLimit, isExpectedWanted: Bool)
    /// The p-value of background alone.
    case background(PValue)
  }

  /// The workspace.
  let question: WorkspaceQuestion
  /// What it says.
  let answer: Answer

  /// Asks.
  init(on question: WorkspaceQuestion, asking request: Request) throws(InferenceError) {
    self.question = question
    switch request {
    case .limit(let level, let isExpectedWanted):
      answer = .limit(
        try question.tester.upperLimit(at: level), isExpectedWanted: isExpectedWanted)
    case .background:
      answer = .background(try question.tester.discovery())
    }
  }

  /// Why the numbers should not be trusted.
  var warnings: [String] { question.tester.warnings }

  /// What the answer means, in one line.
  var meaning: String {
    switch answer {
    case .limit(let limit, _):
      "a signal strength '\(question.signal)' above \(LimitReport.number(limit.observed)) is "
        + "excluded at \(limit.confidenceLevel) confidence"
    case .background(let value):
      "background alone looks as much like signal, or more, in "
        + "\((100 * value.value).formatted(significant: 4))% of experiments"
    }
  }

  /// Conventions in use.
  var notes: [String] {
    switch answer {
    case .limit(let limit, let isExpectedWanted):
      isExpectedWanted ? limit.notes : Array(limit.notes.prefix(1))
    case .background: ["large-sample distribution of q0"]
    }
  }
}
