// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Storage

/// A fit to the cross section of pair production by photons from 1.5 MeV to 100 GeV.
///
///     sigma = Z (Z + 1) [F1(X) + F2(X) Z + F3(X) / Z],  X = ln(k / m_e)
///
/// F1, F2, F3: polynomials of the fifth degree. Below 1.5 MeV the value there is scaled with
/// (k - 2 m_e)^2. Good to 5% of the values it was fitted to, above 5 MeV to 2.5%.
///
/// - Source: Geant4:2024phys, parametrised cross section
package struct PairCrossSectionFit: Sendable {
  private let rows: [(Double, Double, Double)]

  /// Reads the coefficients that ship with the program.
  package init(from folder: DataFolder) throws(TableError) {
    let table = try DataTable(
      readingFrom: dataPath("pair_production.csv", in: folder),
      columns: ["power", "f1_microbarn", "f2_microbarn", "f3_microbarn"])
    var rows: [(Double, Double, Double)] = []
    for row in table.rows {
      rows.append(
        (
          try row.number("f1_microbarn"), try row.number("f2_microbarn"),
          try row.number("f3_microbarn")
        ))
    }
    self.rows = rows
  }

  /// The cross section of an atom in barn at a photon energy in GeV.
  package func crossSection(z: Double, energy: Double) -> Double {
    let threshold = 2 * Electron.mass
    guard energy > threshold else { return 0 }
    let least = 1.5e-3
    let x = log(max(energy, least) / Electron.mass)
    var sum = 0.0
    for (f1, f2, f3) in rows.reversed() { sum = sum * x + f1 + f2 * z + f3 / z }
    let rise = energy < least ? (energy - threshold) / (least - threshold) : 1
    return z * (z + 1) * sum * 1e-6 * rise * rise
  }
}
