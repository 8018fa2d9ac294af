// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

extension ElasticFormFactor {
  /// The flux of virtual photons of an atom that stays whole, in closed form.
  ///
  ///     chi = integral from t_min to t_max of (t - t_min) / t^2 G2(t) dt
  ///
  /// With w = (t - t_min) / (t + t_a), W = w(t_max), k = (d - t_a) / (t_min + d):
  ///
  ///     chi = Z^2 [d / (t_min + d)]^2 K
  ///     K = integral from 0 to W of w (1 - w) / (1 - k w)^2 dw
  ///       = { -(1 + q) ln Y - k W (1 + q / Y) } / k^3
  ///     q = 1 - k,  Y = 1 - k W
  ///
  /// which is the usual form in logarithms of t_a and d, but without its differences of nearly
  /// equal numbers: q and Y are quotients of sums, and where k W is below one half K is summed as a
  /// power series. Relative error below 1e-13 for all arguments, t_min near t_max, t_min far above d
  /// and t_a near d among them. Zero where t_min is not below t_max.
  ///
  /// - Parameters:
  ///   - lower: t_min in GeV^2, zero or above.
  ///   - upper: t_max in GeV^2.
  /// - Returns: chi, which includes Z^2.
  /// - Source: Bjorken:2009mm, appendix A; integrated here
  package func flux(from lower: Double, to upper: Double) -> Double {
    guard lower < upper else { return 0 }
    let k = (size - screening) / (lower + size)
    let end = (upper - lower) / (upper + screening)
    let scale = size / (lower + size)
    let reach = k * end
    let shape: Double
    if reach.magnitude < 0.5 {
      shape = Self.series(k: k, end: end)
    } else {
      let q = (lower + screening) / (lower + size)
      let top = (upper + screening) / (upper + size)
      let y = q / top
      shape = (-(1 + q) * log(y) - reach * (1 + top)) / (k * k * k)
    }
    return chargeSquare * scale * scale * shape
  }

  /// K as the sum of (n + 1) k^n W^(n + 2) [1 / (n + 2) - W / (n + 3)].
  private static func series(k: Double, end: Double) -> Double {
    var sum = 0.0
    var power = end * end
    for n in 0..<80 {
      let order = Double(n)
      let term = (order + 1) * power * (1 / (order + 2) - end / (order + 3))
      sum += term
      if term.magnitude < 0x1p-56 * sum.magnitude { break }
      power *= k * end
    }
    return sum
  }
}
