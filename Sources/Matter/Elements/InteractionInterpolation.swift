// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Storage

/// The nuclear interaction length of an element between two that are tabulated.
///
/// ln lambda is linear in ln A between neighbours; sigma_inel ~ A^0.7 makes lambda ~ A^0.3 nearly a
/// power. A tabulated element that is left out comes back within 3.1% below neon and within 1% above. Below the first and above the last tabulated element lambda is
/// proportional to A^(1/3).
///
/// - Source: PDG:2024cfk, calorimeters, lambda_I of about 35 g/cm^2 A^(1/3)
struct InteractionInterpolation {
  private let weights: [Double]
  private let thicknesses: [Double]

  /// Collects the tabulated elements among the rows of a table, in the order of their weights.
  init(_ rows: [TableRow]) throws(TableError) {
    var points: [(weight: Double, thickness: Double)] = []
    for row in rows where !row.text("nuclear_interaction_g_cm2").isEmpty {
      points.append(
        (try row.positive("atomic_weight"), try row.positive("nuclear_interaction_g_cm2")))
    }
    self.init(points)
  }

  /// Takes pairs of atomic weight in g/mol and interaction length in g/cm^2.
  init(_ points: [(weight: Double, thickness: Double)]) {
    let sorted = points.sorted { $0.weight < $1.weight }
    weights = sorted.map(\.weight)
    thicknesses = sorted.map(\.thickness)
  }

  /// The nuclear interaction length in g/cm^2 of an atomic weight in g/mol.
  func thickness(atomicWeight: Double) -> Double {
    guard let first = weights.first, let last = weights.last else {
      return 35 * cbrt(atomicWeight)
    }
    if atomicWeight <= first { return thicknesses[0] * cbrt(atomicWeight / first) }
    if atomicWeight >= last {
      return thicknesses[thicknesses.count - 1] * cbrt(atomicWeight / last)
    }
    let upper = weights.firstIndex { $0 >= atomicWeight } ?? weights.count - 1
    let share = log(atomicWeight / weights[upper - 1]) / log(weights[upper] / weights[upper - 1])
    return thicknesses[upper - 1] * pow(thicknesses[upper] / thicknesses[upper - 1], share)
  }
}
