// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

extension RandomStream {
  /// A count from the Poisson distribution of a mean, zero or above.
  ///
  /// Below a mean of 10 by inversion, summing probabilities from zero; above by Hormann's transformed
  /// rejection with squeeze (PTRS), 1.1 to 1.3 pairs of uniforms a count. Exact up to rounding; from
  /// 1e15 on, where the spread is below 3e-8 of it, the mean itself.
  /// - Source: Hormann:1993, algorithm PTRS
  public mutating func poisson(mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    guard mean < 1e15 else { return Int(min(mean, 1e18)) }
    return mean < 10 ? smallPoisson(mean) : largePoisson(mean)
  }

  private mutating func smallPoisson(_ mean: Double) -> Int {
    let u = uniform()
    var count = 0
    var probability = exp(-mean)
    var cumulative = probability
    // Rounding may leave the sum below u by 1e-16; no mean below 10 counts to 200.
    while u > cumulative, count < 200 {
      count += 1
      probability *= mean / Double(count)
      cumulative += probability
    }
    return count
  }

  private mutating func largePoisson(_ mean: Double) -> Int {
    let logMean = log(mean)
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let squeeze = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let us = 0.5 - u.magnitude
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07, v <= squeeze { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let left = log(v * inverseAlpha / (a / (us * us) + b))
      if left <= k * logMean - mean - lgamma(k + 1) { return Int(k) }
    }
  }
}
