// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Storage

extension LimitReport {
  /// The report for programs: the members of a single method, or several under `limits`.
  var json: JSONValue {
    var members = experiment.members
    if entries.count == 1, let entry = entries.first {
      members.merge(self.members(of: entry)) { $1 }
    } else {
      members["cl"] = .number(level.value)
      members["limits"] = .array(entries.map { .object(self.members(of: $0)) })
    }
    return .object(members)
  }

  private func members(of entry: Entry) -> [String: JSONValue] {
    var members: [String: JSONValue] = [
      "method": .string(entry.method.name), "cl": .number(level.value),
      "summary": .string(entry.method.summary),
    ]
    if experiment.isObserved {
      let reason = entry.refusal?.description ?? "the edge is beyond the range of numbers"
      members.set("upper", entry.interval?.upper ?? .nan, note: reason)
      members.set("lower", entry.interval?.lower ?? .nan, note: reason)
    }
    if let refusal = entry.refusal {
      members["note"] = .string(refusal.description)
    }
    if let interval = entry.interval {
      members["meaning"] = .string(meaning(of: interval, by: entry.method))
      members["notes"] = .array(interval.notes.map { .string($0) })
      members["warnings"] = .array(interval.warnings.map { .string($0) })
      if interval.upperError > 0 { members["upper_error"] = .number(interval.upperError) }
    }
    if let expected = entry.expected {
      members["expected"] = [
        "median": .number(expected.median),
        "low_68": .number(expected.band68.lowerBound),
        "high_68": .number(expected.band68.upperBound),
        "low_95": .number(expected.band95.lowerBound),
        "high_95": .number(expected.band95.upperBound),
        "notes": .array(expected.notes.map { .string($0) }),
      ]
    }
    if !entry.coverage.isEmpty {
      members["coverage"] = .array(
        zip(Self.signals, entry.coverage).map {
          ["signal": .number($0), "probability": .number($1)]
        })
    }
    return members
  }
}

extension CountedExperiment {
  /// What the experiment knows, for programs.
  var members: [String: JSONValue] {
    var members: [String: JSONValue] = ["background": .number(model.background)]
    if isObserved { members["observed"] = .integer(model.observed) }
    if model.bins.count > 1 {
      members["bins"] = .integer(model.bins.count)
    } else if let bin = model.bins.first, bin.background.isUncertain {
      members["background_error"] = .number(bin.background.error)
      members["background_model"] = .string(bin.background.shape.rawValue)
    }
    return members
  }
}
