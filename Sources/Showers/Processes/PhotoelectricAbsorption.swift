// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities
import Storage

/// Absorption of photons by atoms, tabulated for 22 elements.
///
/// Between the energies of the table, and between its elements, the logarithm of the cross section is
/// linear in the logarithm of energy and of Z.
///
/// - Source: XCOM:1987, tables
package struct PhotoelectricAbsorption: Sendable {
  private struct Sheet: Sendable {
    let z: Double
    var energies: [Double] = []
    var logarithms: [Double] = []
  }

  private let sheets: [Sheet]

  /// Reads the table that ships with the program.
  package init(from folder: DataFolder) throws(TableError) {
    let table = try DataTable(
      readingFrom: dataPath("photoelectric.csv", in: folder), columns: ["z", "energy_mev", "barn"])
    var sheets: [Sheet] = []
    for row in table.rows {
      let z = Double(try row.integer("z"))
      if sheets.last?.z != z { sheets.append(Sheet(z: z)) }
      sheets[sheets.count - 1].energies.append(log(try row.positive("energy_mev") * 1e-3))
      sheets[sheets.count - 1].logarithms.append(log(try row.positive("barn")))
    }
    self.sheets = sheets.sorted { $0.z < $1.z }
  }

  /// The cross section of an atom in barn at a photon energy in GeV.
  package func crossSection(z: Double, energy: Double) -> Double {
    let upper = sheets.firstIndex { $0.z >= z } ?? sheets.count - 1
    let second = Self.logarithm(sheets[upper], log(energy))
    guard upper > 0, sheets[upper].z != z else { return exp(second) }
    let first = Self.logarithm(sheets[upper - 1], log(energy))
    let share = log(z / sheets[upper - 1].z) / log(sheets[upper].z / sheets[upper - 1].z)
    return exp(first + share * (second - first))
  }

  /// The probability per mm in a material.
  package func total(_ energy: Double, in medium: ShowerMedium) -> Double {
    medium.constituents.reduce(0) {
      $0 + $1.density * crossSection(z: $1.z, energy: energy)
    }
  }

  /// The binding of the innermost shell in GeV, that of one electron alone with the nucleus and one
  /// companion.
  ///
  ///     alpha^2 m_e (Z - 1)^2 / 2
  ///
  /// Within 3% of the measured ones, 1.8% in lead.
  /// - Source: Bethe:1957, hydrogen-like atoms
  static func innerBinding(z: Double) -> Double {
    let charge = PhysicalConstants.fineStructure * max(z - 1, 0)
    return 0.5 * charge * charge * Electron.mass
  }

  /// Draws 1 - cos theta of the electron from the innermost shell.
  ///
  ///     dsigma/dx ~ (2 - x) x / (A + x)^3 [1 / (A + x) + beta gamma (gamma - 1)(gamma - 2) / 2]
  ///
  /// x = 1 - cos theta, A = 1 / beta - 1.
  /// - Source: Sauter:1931, angular distribution
  /// - Source: Salvat:2019penelope, sampling
  @inline(__always)
  static func angle(_ energy: Double, _ random: inout ShowerRandom) -> Double {
    let gamma = energy / Electron.mass + 1
    let beta = (1 - 1 / (gamma * gamma)).squareRoot()
    let a = 1 / beta - 1
    let c = 0.5 * beta * gamma * (gamma - 1) * (gamma - 2)
    let most = 2 * (1 / a + c)
    while true {
      let u = random.uniform()
      let x = 2 * a * (2 * u + (a + 2) * u.squareRoot()) / ((a + 2) * (a + 2) - 4 * u)
      if random.uniform() * most <= (2 - x) * (1 / (a + x) + c) { return min(x, 2) }
    }
  }

  private static func logarithm(_ sheet: Sheet, _ logEnergy: Double) -> Double {
    let knots = sheet.energies
    let above = knots.firstIndex { $0 > logEnergy } ?? knots.count
    let index = min(max(above - 1, 0), knots.count - 2)
    let t = (logEnergy - knots[index]) / (knots[index + 1] - knots[index])
    return sheet.logarithms[index] + t * (sheet.logarithms[index + 1] - sheet.logarithms[index])
  }
}
