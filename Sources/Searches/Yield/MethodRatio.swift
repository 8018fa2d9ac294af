// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Glibc
import Matter
import Production

/// The spectrum of X by an approximation over the exact one, for one mass.
///
/// Emissions are exact; what an approximation says of the same search is their weight times
///
///     (d sigma / dx by the approximation) / (d sigma / dx exact)
///
/// on the heaviest atom, tabulated in E and in ln v, v = (1 - x) E - m_l; directions stay exact. The
/// leading logarithm has no spectrum: its ratio is that of totals.
struct MethodRatio: Sendable {
  private static let energies = 6
  private static let residuals = 16
  /// The least v in GeV of the table; below, the ratio is that at it.
  private static let leastResidual = 0.01

  private let lowest: Double
  private let highest: Double
  private let logSpan: Double
  private let rows: [[Double]]

  /// Tabulates the ratio.
  ///
  /// - Parameters:
  ///   - method: the approximation.
  ///   - exact: the exact process of the mass on the atom.
  ///   - lowest: the lowest total energy in GeV of what emits.
  ///   - highest: the highest one.
  /// - Throws: where one of the two has no cross section.
  init(
    _ method: BremsstrahlungMethod, to exact: ExactBremsstrahlung, from lowest: Double,
    to highest: Double
  ) throws(ProductionError) {
    let process = try method.process(
      exact.boson, leptonMass: exact.leptonMass, on: exact.atom)
    self.lowest = lowest
    self.highest = highest
    logSpan = log(highest / Self.leastResidual)
    var rows: [[Double]] = []
    for index in 0..<Self.energies {
      let share = Double(index) / Double(Self.energies - 1)
      let energy = lowest + share * (highest - lowest)
      var row: [Double] = []
      for place in 0..<Self.residuals {
        let residual =
          Self.leastResidual * exp(logSpan * Double(place) / Double(Self.residuals - 1))
        row.append(try Self.ratio(process, exact, energy: energy, residual: residual))
      }
      // Where a spectrum is closed the neighbour that is open stands for it.
      for place in row.indices.dropFirst() where row[place] < 0 { row[place] = row[place - 1] }
      for place in row.indices.dropLast().reversed() where row[place] < 0 {
        row[place] = row[place + 1]
      }
      rows.append(row.map { max($0, 0) })
    }
    self.rows = rows
  }

  /// The ratio at a point; -1 where the exact spectrum is closed.
  private static func ratio(
    _ process: any Process, _ exact: ExactBremsstrahlung, energy: Double, residual: Double
  ) throws(ProductionError) -> Double {
    guard process.range(of: .energyFraction, at: energy) != nil else {
      let total = try exact.total(at: energy).value
      return total > 0 ? try process.total(at: energy).value / total : -1
    }
    let x = (energy - exact.leptonMass - residual) / energy
    guard x > 0 else { return -1 }
    let reference = try exact.differential(in: .energyFraction, at: x, energy: energy).value
    guard reference > 0 else { return -1 }
    return try process.differential(in: .energyFraction, at: x, energy: energy).value / reference
  }

  /// The ratio at a total energy and a residual energy in GeV.
  func callAsFunction(energy: Double, residual: Double) -> Double {
    let column =
      log(max(residual, Self.leastResidual) / Self.leastResidual) / logSpan
      * Double(Self.residuals - 1)
    let row = (energy - lowest) / (highest - lowest) * Double(Self.energies - 1)
    let i = min(max(Int(row), 0), Self.energies - 2)
    let j = min(max(Int(column), 0), Self.residuals - 2)
    let u = min(max(row - Double(i), 0), 1)
    let v = min(max(column - Double(j), 0), 1)
    let low = rows[i][j] + v * (rows[i][j + 1] - rows[i][j])
    let high = rows[i + 1][j] + v * (rows[i + 1][j + 1] - rows[i + 1][j])
    return low + u * (high - low)
  }
}
