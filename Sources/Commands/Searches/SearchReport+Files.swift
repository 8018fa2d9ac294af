// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Searches

extension SearchReport {
  /// The files of the result with their names.
  var files: [(name: String, text: String)] {
    [
      ("limit.csv", limitTable), ("cutflow.csv", cutFlowTable),
      ("result.json", json.text(.indented)),
    ]
  }

  private var limitTable: String {
    table(
      [
        "mass_gev", "epsilon", "epsilon_median", "epsilon_low_68", "epsilon_high_68",
        "epsilon_low_95", "epsilon_high_95", "yield_per_electron", "yield_error", "efficiency",
        "efficiency_error", "expected_events_at_epsilon_1",
      ],
      result.points.map { point in
        let limit = point.limit
        return [
          point.mass, point.epsilon, point.epsilon(at: limit.median),
          point.epsilon(at: limit.band68.lowerBound), point.epsilon(at: limit.band68.upperBound),
          point.epsilon(at: limit.band95.lowerBound), point.epsilon(at: limit.band95.upperBound),
          point.yield.value, point.yield.error, point.efficiency.value, point.efficiency.error,
          point.events,
        ].map(field)
      })
  }

  private var cutFlowTable: String {
    table(
      ["mass_gev", "stage", "yield_per_electron", "error"],
      result.points.flatMap { point in
        zip(stageNames, point.stages).map {
          [field(point.mass), $0, field($1.value), field($1.error)]
        }
      })
  }

  private func table(_ columns: [String], _ rows: [[String]]) -> String {
    let header = [
      "\(search.card.name): \(search.card.title)",
      "\(result.limit.method) at \(result.limit.level), exposure "
        + "\(search.exposure.formatted(significant: 6)), "
        + "\(search.periods.reduce(0) { $0 + $1.observed }) events observed",
    ].map { "# \(printable($0))" }
    return (header + ([columns] + rows).map { $0.joined(separator: ",") })
      .map { $0 + "\n" }.joined()
  }

  /// A number that is not finite has no field.
  private func field(_ number: Double) -> String { number.isFinite ? "\(number)" : "" }
}
