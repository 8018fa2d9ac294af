// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
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
  /// The key of the measurement, as the bibliography knows it.
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

  /// Reads the measurements that ship with the program, in their order.
  ///
  /// - Throws: what is wrong with the table, and where.
  package static func read(from data: DataFolder) throws -> [MeasuredMoment] {
    let table = try DataTable(
      readingFrom: try data.file("moments_measured.csv", of: .tables),
      columns: ["measurement", "lepton", "deviation", "uncertainty", "source", "certainty"])
    return try table.rows.map { row in
      let name = try row.name("lepton")
      guard let lepton = Lepton(rawValue: name) else {
        let known = Lepton.allCases.map(\.rawValue).joined(separator: ", ")
        throw row.fault("no lepton is named '\(name)'", "there are \(known)")
      }
      return MeasuredMoment(
        name: try row.name("measurement"), lepton: lepton,
        deviation: try row.number("deviation"), uncertainty: try row.positive("uncertainty"),
        source: try row.name("source"), certainty: try row.name("certainty"))
    }
  }
}
