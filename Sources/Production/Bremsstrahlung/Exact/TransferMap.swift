// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// A range of the squared momentum transfer, counted so that the integrand is flat; a hot value
/// type.
///
/// r = t - t_min, w = e^(L u) and
///
///     r = r_0 + a (w - 1) / (1 + c w),   dr/du = a (1 + c) L w / (1 + c w)^2,   0 < u < 1
///
/// With c < 0 this is y = ln[(r - r_0 + a) / (r - r_0 + b)], c = -a / b: logarithmic from a to b
/// and smooth beyond, up to r = infinity. With c > 0 it is the ``TwoEndedMap`` of a range that ends
/// in a peak.
package struct TransferMap: Hashable, Sendable {
  private let start: Double
  private let scale: Double
  private let curvature: Double
  private let length: Double

  /// Makes the map from r_0 over a span, logarithmic from a to b above r_0, in GeV^2.
  init(from start: Double, over span: Double, scale a: Double, until b: Double) {
    self.start = start
    scale = a
    curvature = -a / b
    length = log1p(span * (b - a) / ((span + b) * a))
  }

  /// Makes the map from r = 0 to a peak of a width, logarithmic in the distance from both, in
  /// GeV^2.
  init(toPeakAt peak: Double, scale a: Double, width b: Double) {
    start = 0
    scale = a
    curvature = a / (peak + b)
    length = log((peak + a) * (peak + b) / (a * b))
  }

  /// t - t_min at 0 < u < 1 and dt/du, both in GeV^2.
  @inline(__always)
  package func callAsFunction(
    _ u: SIMD4<Double>
  ) -> (risen: SIMD4<Double>, stretch: SIMD4<Double>) {
    let power = exp(length * u)
    let inverse = 1 / (1 + curvature * power)
    let risen = start + scale * (power - 1) * inverse
    let stretch = (scale * (1 + curvature) * length) * power * inverse * inverse
    return (risen, stretch)
  }
}
