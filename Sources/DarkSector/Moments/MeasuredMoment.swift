// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

/// A measured anomalous moment less that of the Standard Model: delta a = a(exp) - a(SM).
package struct MeasuredMoment: Hashable, Sendable {
  /// The name, such as `FNAL 2021`.
  package let name: String
  /// The lepton.
  package let lepton: Lepton
  /// The difference delta a.
  package let deviation: Double
  /// Its standard deviation.
  package let uncertainty: Double
  /// The key of the measurement, as docs/references.bib knows it.
  package let source: String
  /// How far the numbers can be trusted to be what the source says, a word of the cards' language.
  package let certainty: String

  /// Joins a measured difference with its name and source.
  package init(
    name: String, lepton: Lepton, deviation: Double, uncertainty: Double, source: String,
    certainty: String
  ) {
    self.name = name
    self.lepton = lepton
    self.deviation = deviation
    self.uncertainty = uncertainty
    self.source = source
    self.certainty = certainty
  }

  /// Reads the measurements that ship with the program, `moments_measured.csv`, in their order.
  package static func read(from data: DataFolder) throws(DataTableError) -> [MeasuredMoment] {
    let name = "moments_measured.csv"
    let table = try DataTable(name, of: .tables, in: data)
    var moments: [MeasuredMoment] = []
    for row in table.rows {
      let text = try row.text("lepton")
      guard let lepton = Lepton(rawValue: text) else {
        throw DataTableError(
          name, line: row.line, "no lepton is named '\(text)'", "there are electron, muon, tau")
      }
      moments.append(
        MeasuredMoment(
          name: try row.text("measurement"), lepton: lepton,
          deviation: try row.number("deviation"), uncertainty: try row.number("uncertainty"),
          source: try row.text("source"), certainty: try row.text("certainty")))
    }
    return moments
  }
}
