// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The masses at which weights are computed, and how other masses follow from them.
///
/// A scan of few masses, and any scan of resonances, is computed mass by mass. A finer one is computed at 20 masses a factor of ten;
/// sums of weights, which come from the same events for all masses and so are as smooth as cross
/// sections are, are cubic in ln m between them: a test holds them to 1e-4.
package struct MassLattice: Sendable {
  private static let perDecade = 20.0

  /// The masses in GeV at which weights are computed.
  package let nodes: [Double]
  private let isDirect: Bool

  /// Lays out the nodes for masses in GeV.
  package init(for masses: [Double]) {
    let low = masses.min() ?? 1
    let high = masses.max() ?? 1
    let count = max(Int((log10(high / low) * Self.perDecade).rounded(.up)), 4) + 1
    isDirect = masses.count <= count
    nodes =
      isDirect
      ? masses
      : (0..<count).map { low * pow(high / low, Double($0) / Double(count - 1)) }
  }

  /// Makes a node of every mass in GeV, for what is not smooth: resonances.
  package init(each masses: [Double]) {
    nodes = masses
    isDirect = true
  }

  /// A positive quantity at one of the masses, from its values at the nodes.
  ///
  /// - Parameters:
  ///   - mass: the mass in GeV.
  ///   - index: its place among the masses of the scan.
  ///   - values: the quantity at the nodes.
  /// - Returns: the value; linear interpolation where a neighbour is zero.
  package func value(at mass: Double, index: Int, of values: [Double]) -> Double {
    guard !isDirect else { return values[index] }
    let last = nodes.count - 1
    let place = log(mass / nodes[0]) / log(nodes[last] / nodes[0]) * Double(last)
    let first = min(max(Int(place) - 1, 0), last - 3)
    let t = place - Double(first)
    let four = values[first..<first + 4]
    guard four.allSatisfy({ $0 > 0 }) else {
      let low = min(max(Int(place), 0), last - 1)
      let share = place - Double(low)
      return max(0, values[low] + share * (values[low + 1] - values[low]))
    }
    let (a, b, c, d) = (t, t - 1, t - 2, t - 3)
    let weights = [-b * c * d / 6, a * c * d / 2, -a * b * d / 2, a * b * c / 6]
    return exp(zip(weights, four).reduce(0) { $0 + $1.0 * log($1.1) })
  }
}
