// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension DetectorShowerReport {
  /// The names of all files of a result.
  static let fileNames = ["shower.json", "longitudinal.csv", "cells.csv", "run.json"]

  /// The tables of the result, by the names of their files.
  var tables: [(name: String, text: String)] {
    [
      (
        "longitudinal.csv",
        lines(
          ["depth_x0", "visible_gev_per_layer"], longitudinal.map { ["\($0.depth)", "\($0.mean)"] })
      ),
      ("cells.csv", lines(["row", "column", "share"], cellRows)),
    ]
  }

  private var cellRows: [[String]] {
    let rows = cellShares
    return rows.enumerated().flatMap { index, row in
      row.enumerated().map { column, share in
        ["\(rows.count - index)", "\(column + 1)", "\(share)"]
      }
    }
  }

  private func lines(_ columns: [String], _ rows: [[String]]) -> String {
    let title =
      "# \(request.beam.rawValue) of \(request.energy) into \(request.name): \(tally.events) showers"
    return ([printable(title)] + ([columns] + rows).map { $0.joined(separator: ",") })
      .map { $0 + "\n" }.joined()
  }
}
