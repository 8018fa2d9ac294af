// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A range that is counted in logarithms of the distance from both of its ends; a hot value type.
///
/// With xi and eta the distances from the ends, xi + eta = r, and a scale at each end,
///
///     z = ln[(xi + a) / (eta + b)],   d xi = (xi + a) (eta + b) / (r + a + b) dz
///
/// so that 1 / (xi + a) and 1 / (eta + b) become flat; z runs as n^2 (3 - 2 n) with 0 < n < 1,
/// which makes the square roots of phase space at both ends smooth. Both distances keep their
/// digits.
package struct TwoEndedMap: Hashable, Sendable {
  private let lower: Double
  private let upper: Double
  private let sum: Double
  private let start: Double
  private let end: Double

  /// Makes the map of a range of a length with the scales a and b of its lower and upper end.
  package init(length: Double, lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
    sum = length + lower + upper
    start = log(lower / (length + upper))
    end = log((length + lower) / upper)
  }

  /// The distances from both ends at 0 < n < 1, and d xi / dn.
  package func callAsFunction(
    _ n: Double
  ) -> (fromLower: Double, fromUpper: Double, stretch: Double) {
    let length = end - start
    let rest = 1 - n
    let z = length * n * n * (1 + 2 * rest)
    let power = exp(start + z)
    let fromUpper = upper * power * expm1(length * rest * rest * (1 + 2 * n)) / (1 + power)
    let fromLower = lower * expm1(z) / (1 + power)
    let stretch = (fromLower + lower) * (fromUpper + upper) / sum * (6 * n * rest * length)
    return (fromLower, fromUpper, stretch)
  }

  /// The place n at a distance from the lower end, the inverse of the map.
  ///
  /// Of n^2 (3 - 2 n) = y it is the root 1/2 - sin[asin(1 - 2 y) / 3].
  func place(of fromLower: Double) -> Double {
    let fromUpper = sum - lower - upper - fromLower
    let y = (log((fromLower + lower) / (fromUpper + upper)) - start) / (end - start)
    return 0.5 - sin(asin(min(max(1 - 2 * y, -1), 1)) / 3)
  }
}
