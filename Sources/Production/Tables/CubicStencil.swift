// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The weights of four equidistant neighbours in the cubic through them.
///
/// At the ends of an axis the four outermost serve. The error is about 3/128 of the fourth difference.
struct CubicStencil {
  /// The first of the four neighbours.
  let first: Int
  /// Their weights, which add up to one.
  let weights: SIMD4<Double>

  /// The stencil at a place between 0 and count - 1 on an axis of at least four points.
  init(at place: Double, count: Int) {
    first = min(max(Int(place) - 1, 0), count - 4)
    let t = place - Double(first)
    let (a, b, c, d) = (t, t - 1, t - 2, t - 3)
    weights = SIMD4(-b * c * d / 6, a * c * d / 2, -a * b * d / 2, a * b * c / 6)
  }
}
