// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// The squared momentum transfer from its least to its largest value; a hot value type.
///
/// The integrand G2(t) / t^2 times the amplitude rises with r = t - t_min as r / (r + t_1)^2, t_1 = t_min + t_a, and
/// falls off above t_2, where the amplitude no longer grows or the nucleus is resolved:
///
///     1 / t_2 = [x / U + 1 / (d + t_min)] / 4
///     y = ln[(r + t_1) / (r + t_2)],  dr = (r + t_1) (r + t_2) / (t_2 - t_1) dy
///
/// In y it is smooth at both ends, r = 0 and r = infinity, and flat in between.
package struct TransferMap: Hashable, Sendable {
  private let lower: Double
  private let upper: Double
  private let length: Double

  /// Makes the map of a recoil.
  ///
  /// - Parameters:
  ///   - recoil: has t_min, t_max, U and x.
  ///   - screening: t_a in GeV^2.
  ///   - size: d in GeV^2.
  package init(_ recoil: RecoilKinematics, screening: Double, size: Double) {
    let span = recoil.largestTransfer - recoil.leastTransfer
    let fraction = recoil.emission.bosonEnergy / recoil.emission.beam.energy
    let fall = fraction / recoil.virtuality + 1 / (size + recoil.leastTransfer)
    lower = recoil.leastTransfer + screening
    upper = max(4 / fall, 2 * lower)
    length = log1p(span * (upper - lower) / ((span + upper) * lower))
  }

  /// t - t_min at 0 < u < 1 and dt/du, both in GeV^2.
  @inline(__always)
  package func callAsFunction(
    _ u: SIMD4<Double>
  ) -> (risen: SIMD4<Double>, stretch: SIMD4<Double>) {
    let power = exp(length * u)
    let perRest = 1 / (upper - lower * power)
    let risen = (lower * upper) * (power - 1) * perRest
    // (r + t_1) (r + t_2) = t_1 t_2 e^y (t_2 - t_1)^2 / (t_2 - t_1 e^y)^2
    let stretch = (lower * upper * (upper - lower) * length) * power * perRest * perRest
    return (risen, stretch)
  }
}
