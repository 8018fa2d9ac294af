// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

extension InelasticFormFactor {
  /// The flux of virtual photons of an atom that breaks up, in closed form.
  ///
  ///     chi = integral from t_min to t_max of (t - t_min) / t^2 G2(t) dt
  ///
  /// With D = 0.71 GeV^2, c = (mu_p^2 - 1) / (4 m_p^2), w = (t - t_min) / (t + t_a'), W = w(t_max),
  /// k = (D - t_a') / (t_min + D), q = 1 - k, g = c D - 1, h = 1 - c t_a':
  ///
  ///     chi = Z [D / (t_min + D)]^4 K
  ///     K = integral from 0 to W of w (1 - w)^2 (1 + c t_min - h w) / (1 - k w)^4 dw
  ///       = k^(-5) integral from Y to 1 of (1 - y) (y - q)^2 (g q + h y) / y^4 dy,  Y = 1 - k W
  ///
  /// The second form is a sum of powers of y and a logarithm, all of order one: q and Y are quotients
  /// of sums. Where k W is below one half K is summed as a power series. Relative error below 1e-12
  /// for all arguments. Zero where t_min is not below t_max.
  ///
  /// - Parameters:
  ///   - lower: t_min in GeV^2, zero or above.
  ///   - upper: t_max in GeV^2.
  /// - Returns: chi, which includes Z.
  /// - Source: Bjorken:2009mm, appendix A; integrated here
  package func flux(from lower: Double, to upper: Double) -> Double {
    guard lower < upper else { return 0 }
    let size = Self.size
    let k = (size - screening) / (lower + size)
    let end = (upper - lower) / (upper + screening)
    let scale = size / (lower + size)
    let square = scale * scale
    let shape: Double
    if (k * end).magnitude < 0.5 {
      shape = series(k: k, end: end, lower: lower)
    } else {
      let q = (lower + screening) / (lower + size)
      let top = (upper + screening) / (upper + size)
      shape = closed(q: q, from: q / top) / (k * k * k * k * k)
    }
    return charge * square * square * shape
  }

  /// The integral from Y to 1 of (1 - y) (y - q)^2 (g q + h y) / y^4.
  private func closed(q: Double, from y: Double) -> Double {
    let slope = 1 - Self.magnetic * screening
    let start = (Self.magnetic * Self.size - 1) * q
    // (1 - y) (y - q)^2 = q^2 - (2 q + q^2) y + (1 + 2 q) y^2 - y^3, times start + slope y.
    let c0 = q * q
    let c1 = -(2 * q + q * q)
    let c2 = 1 + 2 * q
    let p0 = start * c0
    let p1 = start * c1 + slope * c0
    let p2 = start * c2 + slope * c1
    let p3 = slope * c2 - start
    let inverse = 1 / y
    let rise = inverse - 1
    let cubic = rise * (inverse * inverse + inverse + 1) / 3
    let quadratic = rise * (inverse + 1) / 2
    return p0 * cubic + p1 * quadratic + p2 * rise - p3 * log(y) - slope * (1 - y)
  }

  /// K as a sum over the powers of k W, with 1 / (1 - k w)^4 = sum of (n+1)(n+2)(n+3) / 6 (k w)^n.
  private func series(k: Double, end: Double, lower: Double) -> Double {
    let first = 1 + Self.magnetic * lower
    let slope = 1 - Self.magnetic * screening
    let second = -(2 * first + slope) * end
    let third = (first + 2 * slope) * end * end
    let fourth = -slope * end * end * end
    var sum = 0.0
    var power = end * end
    for n in 0..<100 {
      let order = Double(n)
      let weight = (order + 1) * (order + 2) * (order + 3) / 6
      let term =
        weight * power
        * (first / (order + 2) + second / (order + 3) + third / (order + 4) + fourth / (order + 5))
      sum += term
      if n > 4, term.magnitude < 0x1p-56 * sum.magnitude { break }
      power *= k * end
    }
    return sum
  }
}
