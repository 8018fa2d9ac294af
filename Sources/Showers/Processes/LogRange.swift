// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A fixed quadrature in the logarithm of an energy, for cross sections that fall like 1 / E.
///
/// Panels of a factor of two at most, each with eight Gauss-Legendre points: exact to 1e-8 for what
/// is smooth over a factor of two, to 1e-4 where a table has kinks.
package struct LogRange: Sendable {
  private let low: Double
  private let panels: Int
  private let width: Double

  /// The range between two positive energies; empty unless they increase.
  package init(from low: Double, to high: Double) {
    let octaves = high > low ? log2(high / low) : 0
    panels = octaves > 0 ? max(Int(octaves.rounded(.up)), 1) : 0
    self.low = log(low)
    width = panels > 0 ? octaves * M_LN2 / Double(panels) : 0
  }

  /// Integrates f dln(E).
  @inline(__always)
  package func integrate(_ f: (Double) -> Double) -> Double {
    var sum = 0.0
    for panel in 0..<panels {
      let middle = low + (Double(panel) + 0.5) * width
      for (node, weight) in Self.rule {
        sum += weight * (f(exp(middle + 0.5 * width * node)) + f(exp(middle - 0.5 * width * node)))
      }
    }
    return 0.5 * width * sum
  }

  /// The positive nodes of eight points, and their weights.
  ///
  /// - Source: AbramowitzStegun1964, table 25.4
  private static let rule: [(Double, Double)] = [
    (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
    (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
  ]
}
