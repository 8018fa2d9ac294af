// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Quantities
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
      "signal_strength": .string(question.signal), "best": .fitted(tester.bestSignal),
      "best_error": .fitted(tester.bestSignalError), "observed": .number(events.seen),
      "background": .fitted(events.expected), "meaning": .string(meaning),
      "notes": .array(notes.map { .string($0) }),
      "warnings": .array(warnings.map { .string($0) }),
    ]
    switch answer {
    case .limit(let limit, let isExpectedWanted):
      members["method"] = .string(limit.method)
      members["summary"] = .string(AsymptoticCLsLimit().summary)
      members["cl"] = .number(limit.confidenceLevel.value)
      members["lower"] = 0.0
      members["upper"] = .fitted(limit.observed)
      if isExpectedWanted {
        members["expected"] = [
          "median": .fitted(limit.expected[2]),
          "low_68": .fitted(limit.expected[1]), "high_68": .fitted(limit.expected[3]),
          "low_95": .fitted(limit.expected[0]), "high_95": .fitted(limit.expected[4]),
        ]
      }
    case .background(let value):
      let certain = "a p-value of 0 or 1 has no finite significance"
      members["p_discovery"] = .fitted(value.value)
      members["significance_of"] = "p_discovery"
      members.set("significance_one_sided", value.oneSided.fitted, note: certain)
      members.set("significance_two_sided", value.twoSided.fitted, note: certain)
    }
    return .object(members)
  }
}

extension JSONValue {
  /// A number at the end of a fit of many parameters.
  fileprivate static func fitted(_ number: Double) -> JSONValue { .number(number.fitted) }
}

extension Double {
  /// The nine digits that a fit knows: those that follow change with the processor.
  fileprivate var fitted: Double { Double(formatted(significant: 9)) ?? self }
}
