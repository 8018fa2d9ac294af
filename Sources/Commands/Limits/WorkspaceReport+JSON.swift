// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Storage

extension WorkspaceReport {
  /// The report for programs.
  var json: JSONValue {
    let tester = question.tester
    let events = tester.eventsBesideSignal
    var members: [String: JSONValue] = [
      "workspace": .string(question.path), "measurement": .string(question.measurement),
      "channels": .integer(question.channels), "bins": .integer(tester.model.counts.count),
      "parameters": .integer(tester.model.parameters.count),
      "signal_strength": .string(question.signal), "best": .number(tester.bestSignal),
      "best_error": .number(tester.bestSignalError), "observed": .number(events.seen),
      "background": .number(events.expected), "meaning": .string(meaning),
      "notes": .array(notes.map { .string($0) }),
      "warnings": .array(warnings.map { .string($0) }),
    ]
    switch answer {
    case .limit(let limit, let isExpectedWanted):
      members["method"] = .string(limit.method)
      members["summary"] = .string(AsymptoticCLsLimit().summary)
      members["cl"] = .number(limit.confidenceLevel.value)
      members["lower"] = 0.0
      members["upper"] = .number(limit.observed)
      if isExpectedWanted {
        members["expected"] = [
          "median": .number(limit.expected[2]),
          "low_68": .number(limit.expected[1]), "high_68": .number(limit.expected[3]),
          "low_95": .number(limit.expected[0]), "high_95": .number(limit.expected[4]),
        ]
      }
    case .background(let value):
      let certain = "a p-value of 0 or 1 has no finite significance"
      members["p_discovery"] = .number(value.value)
      members["significance_of"] = "p_discovery"
      members.set("significance_one_sided", value.oneSided, note: certain)
      members.set("significance_two_sided", value.twoSided, note: certain)
    }
    return .object(members)
  }
}
