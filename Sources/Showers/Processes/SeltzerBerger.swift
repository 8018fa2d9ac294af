// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Storage

/// Bremsstrahlung of electrons up to 10 GeV, tabulated for 22 elements.
///
/// The table holds chi = (beta^2 / Z^2) k dsigma/dk in mb, of the nucleus and the atomic electrons
/// together, against the kinetic energy T and k / T. Between its knots chi is linear in ln T and in
/// k / T; between its elements linear in ln Z.
///
/// - Source: Seltzer:1986cxl, tables
package struct SeltzerBerger: Sendable {
  /// chi of one element, a row for each energy.
  private struct Sheet: Sendable {
    let z: Double
    let logEnergies: [Double]
    let rows: [[Double]]
  }

  private let fractions: [Double]
  private let sheets: [Sheet]

  private static let fractionColumns = [
    "0", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3", "0.35", "0.4", "0.45", "0.5", "0.55", "0.6",
    "0.65", "0.7", "0.75", "0.8", "0.85", "0.9", "0.925", "0.95", "0.97", "0.99", "0.995", "0.999",
    "0.9995", "0.9999", "0.99995", "0.99999", "1",
  ]

  /// Reads the table that ships with the program.
  package init(from folder: DataFolder) throws(TableError) {
    let table = try DataTable(
      readingFrom: dataPath("seltzer_berger.csv", in: folder),
      columns: ["z", "kinetic_energy_mev"] + Self.fractionColumns)
    fractions = Self.fractionColumns.compactMap { Double($0) }
    var sheets: [Sheet] = []
    var (z, energies, rows): (Double, [Double], [[Double]]) = (0, [], [])
    for row in table.rows {
      let charge = Double(try row.integer("z"))
      if charge != z, !rows.isEmpty {
        sheets.append(Sheet(z: z, logEnergies: energies, rows: rows))
        (energies, rows) = ([], [])
      }
      z = charge
      energies.append(log(try row.positive("kinetic_energy_mev") * 1e-3))
      var values: [Double] = []
      for column in Self.fractionColumns { values.append(try row.positive(column)) }
      rows.append(values)
    }
    sheets.append(Sheet(z: z, logEnergies: energies, rows: rows))
    self.sheets = sheets.sorted { $0.z < $1.z }
  }

  /// chi in barn at one kinetic energy, as a function of k / T: its knots and their values.
  package func spectrum(z: Double, kineticEnergy: Double) -> ScaledSpectrum {
    let upper = sheets.firstIndex { $0.z >= z } ?? sheets.count - 1
    let lower = sheets[upper].z == z || upper == 0 ? upper : upper - 1
    let share =
      lower == upper ? 0 : log(z / sheets[lower].z) / log(sheets[upper].z / sheets[lower].z)
    let first = Self.row(sheets[lower], log(kineticEnergy))
    let second = share == 0 ? first : Self.row(sheets[upper], log(kineticEnergy))
    return ScaledSpectrum(
      fractions: fractions, values: zip(first, second).map { ($0 + share * ($1 - $0)) * 1e-3 })
  }

  private static func row(_ sheet: Sheet, _ logEnergy: Double) -> [Double] {
    let knots = sheet.logEnergies
    let index = min(
      max((knots.firstIndex { $0 > logEnergy } ?? knots.count) - 1, 0), knots.count - 2)
    let t = (logEnergy - knots[index]) / (knots[index + 1] - knots[index])
    return zip(sheet.rows[index], sheet.rows[index + 1]).map { $0 + t * ($1 - $0) }
  }
}

/// A function of k / T that is linear between knots.
package struct ScaledSpectrum: Sendable {
  let fractions: [Double]
  let values: [Double]

  /// The value at k / T from 0 to 1.
  package func callAsFunction(_ fraction: Double) -> Double {
    let regular = min(Int(fraction * 20), 18)
    // The first 18 knots are even, 0.05 apart; beyond 0.9 they crowd.
    var index = min(regular, fractions.count - 2)
    while index < fractions.count - 2, fractions[index + 1] < fraction { index += 1 }
    let t = (fraction - fractions[index]) / (fractions[index + 1] - fractions[index])
    return values[index] + t * (values[index + 1] - values[index])
  }
}

/// The path of a table that ships with the program.
func dataPath(_ name: String, in folder: DataFolder) throws(TableError) -> String {
  do throws(StorageError) {
    return try folder.file(name, of: .tables)
  } catch {
    throw TableError(file: name, problem: "cannot read the table", reason: error.cause.reason)
  }
}
