// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// -ln L of events whose density is linear in the parameters.
///
///     sum_k T_k x_k - sum_i n_i ln sum_k R_ik x_k
///
/// R_ik is the density of component k at event i, or its integral over bin i with n_i counts; T_k
/// its integral over all that is looked at. The function is convex, so its minimum is unique.
///
/// - Source: Barlow1990extended, equation 5
struct LinearIntensity: SmoothObjective, Sendable {
  /// R_ik, row by row.
  private(set) var rows: [Double] = []

  /// n_i.
  private(set) var counts: [Double] = []

  /// T_k.
  let totals: [Double]

  init(totals: [Double]) { self.totals = totals }

  /// Adds an event, or a bin with a count.
  mutating func append(row: [Double], count: Double = 1) {
    rows += row
    counts.append(count)
  }

  mutating func expand(at point: [Double], into result: inout LocalExpansion) {
    result.reset()
    let width = point.count
    for (index, total) in totals.enumerated() {
      result.value += total * point[index]
      result.gradient[index] = total
    }
    for event in counts.indices where counts[event] > 0 {
      let first = event * width
      var density = 0.0
      for index in 0..<width { density += rows[first + index] * point[index] }
      guard density > 0 else {
        result.value = .infinity
        return
      }
      result.value -= counts[event] * log(density)
      let weight = counts[event] / density
      for row in 0..<width {
        result.gradient[row] -= weight * rows[first + row]
        let scaled = weight / density * rows[first + row]
        for column in 0..<width {
          result.hessian[row * width + column] += scaled * rows[first + column]
        }
      }
    }
  }

  /// The best parameters of zero and above, one of which may be kept.
  /// - Parameters:
  ///   - start: where to begin; all of it above zero.
  ///   - signal: the value at which to keep the first parameter; nil fits it too.
  /// - Returns: the minimum.
  func fit(from start: [Double], signal: Double? = nil) -> BoundedMinimiser.Minimum {
    var start = start
    var minimiser = BoundedMinimiser(
      lower: start.map { _ in 0 }, upper: start.map { _ in .greatestFiniteMagnitude })
    if let signal {
      start[0] = signal
      minimiser.lower[0] = signal
      minimiser.upper[0] = signal
    }
    var copy = self
    return minimiser.minimise(&copy, from: start)
  }
}
