// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Storage

extension Reproduction {
  /// P-values of the regions of a published search, each by the prescriptions that were tried.
  static func statistics(in data: DataFolder) throws -> Reproduction {
    let columns = [
      "region", "expected", "error", "observed", "test", "prescription", "value", "tolerance",
      "shown", "agrees",
    ]
    let rows = try table(.statistics, columns: columns, in: data)
    // Prescriptions that treat one region by itself; the others join regions by hand.
    let single = rows.filter { ["known", "gauss", "gamma"].contains($0.text("prescription")) }
    return Reproduction(
      topic: .statistics,
      rows: try single.map { row in
        let isKnown = row.text("prescription") == "known"
        let model = try CountingModel(
          observed: row.number("observed"),
          background: UncertainValue(
            try row.number("expected"), error: isKnown ? 0 : try row.number("error"),
            shape: row.text("prescription") == "gamma" ? .gamma : .gauss))
        let value =
          row.text("test") == "excess"
          ? try ExcessTest.pValue(of: model).value : try LikelihoodTest.pValue(of: model).value
        return Row(
          quantity: "\(row.text("region")), \(row.text("test")), error \(row.text("prescription"))",
          published: try row.number("shown"), computed: value, certainty: "quoted",
          source: "NA62 talk")
      },
      remarks: [
        "Which prescription the talk used is not stated: a region agrees by one of them or by none, as "
          + "the column 'agrees' of the table says."
      ])
  }
}
