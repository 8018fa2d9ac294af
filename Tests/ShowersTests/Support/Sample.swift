// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Showers

/// Compares drawn numbers with the integral of a density over even bins of a variable.
///
/// - Returns: the largest deviation of a bin's share in units of what is allowed: five standard
///   deviations, 0.3% of the share, and a third of a cell of the tables, within which the density is
///   taken as even; below 1 where they agree.
func worstDeviation(
  bins: Int = 20, draws: Int = 100_000, density: (Double) -> Double, draw: () -> Double
) -> Double {
  var counts = [Double](repeating: 0, count: bins)
  for _ in 0..<draws {
    let place = draw() * Double(bins)
    guard place >= -1e-9, place <= Double(bins) * (1 + 1e-9) else { return .infinity }
    counts[min(max(Int(place), 0), bins - 1)] += 1
  }
  let steps = 200
  let shares = (0..<bins).map { bin in
    (0..<steps).reduce(0.0) {
      $0 + density((Double(bin) + (Double($1) + 0.5) / Double(steps)) / Double(bins))
    }
  }
  let total = shares.reduce(0, +)
  var worst = 0.0
  for bin in 0..<bins {
    let expected = Double(draws) * shares[bin] / total
    let tolerance = 5 * expected.squareRoot() + 0.003 * expected + Double(draws) / 768
    worst = max(worst, (counts[bin] - expected).magnitude / tolerance)
  }
  return worst
}
