// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Storage

/// Final states of four and more mesons, as smooth tables of R between which is interpolated.
struct HadronicContinuum: Sendable {
  /// One final state or group of them.
  struct Part: Sendable {
    let name: String
    fileprivate let ratios: [Double]
  }

  /// The groups in the order of the table.
  let parts: [Part]
  private let energies: [Double]

  /// Reads cross sections in nb and turns them into R = sigma / (4 pi alpha^2 / (3 s)).
  init(_ table: DataTable) throws(TableError) {
    var energies: [Double] = []
    var names: [String] = []
    var ratios: [[Double]] = []
    for (column, name) in Self.columns {
      names.append(name)
      var values: [Double] = []
      for row in table.rows {
        let energy = try row.number("energy_gev")
        let point = HadronicRatio.pointCrossSection(at: energy)
        values.append(try row.number(column) / point)
        if names.count == 1 { energies.append(energy) }
      }
      ratios.append(values)
    }
    for index in energies.indices.dropFirst() where energies[index] <= energies[index - 1] {
      throw table.rows[index].fault("energies out of order", "each must be above the one before")
    }
    self.energies = energies
    parts = zip(names, ratios).map { Part(name: $0, ratios: $1) }
  }

  /// The names of the columns of the table.
  static let columnNames = ["energy_gev"] + columns.map(\.0)

  /// The columns of cross sections and the final states they hold.
  private static let columns = [
    ("sigma_4charged_nb", "2pi+ 2pi-"), ("sigma_2neutral_nb", "pi+ pi- 2pi0"),
    ("sigma_kaons_nb", "K Kbar pi and K Kbar 2pi"), ("sigma_other_nb", "other"),
  ]

  /// R of one part at sqrt(s) in GeV; zero below the table, held above it.
  func value(_ part: Part, at energy: Double) -> Double {
    guard let first = energies.first, let last = energies.last, energy > first else { return 0 }
    if energy >= last { return part.ratios[part.ratios.count - 1] }
    var low = 0
    var high = energies.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if energies[middle] <= energy { low = middle } else { high = middle }
    }
    let share = (energy - energies[low]) / (energies[high] - energies[low])
    return (1 - share) * part.ratios[low] + share * part.ratios[high]
  }
}
