// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

extension RandomStream {
  /// Draws a Poisson number by inversion: the smallest n with P(N <= n) > u.
  ///
  /// A mean above 500 is the sum of independent parts. Above 10^6 the normal distribution stands
  /// in; the skewness that it lacks is below 1e-3.
  /// - Parameter mean: the mean, zero or above.
  /// - Returns: a count.
  mutating func poisson(mean: Double) -> Int {
    if mean > 1e6 {
      return Int(min(1e18, max(0, (mean + mean.squareRoot() * normal()).rounded())))
    }
    var rest = mean
    var count = 0
    while rest > 500 {
      count += invertedPoisson(mean: 500)
      rest -= 500
    }
    return count + (rest > 0 ? invertedPoisson(mean: rest) : 0)
  }

  private mutating func invertedPoisson(mean: Double) -> Int {
    let u = uniform()
    var term = Glibc.exp(-mean)
    var sum = term
    var count = 0
    // Beyond the mean the terms fall; once they add nothing u is as close to one as it can be.
    while sum <= u, Double(count) < mean || term > 1e-18 {
      count += 1
      term *= mean / Double(count)
      sum += term
    }
    return count
  }
}
