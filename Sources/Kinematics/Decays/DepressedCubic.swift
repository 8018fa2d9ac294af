// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The equation c^3 + q c + r = 0.
struct DepressedCubic {
  /// The coefficient q.
  let linear: Double

  /// The constant r.
  let constant: Double

  /// The real roots, one or three, good to some 1e-15 where they are simple.
  ///
  /// Viete's cosines where there are three, Cardano's formula with the cube root that does not
  /// cancel where there is one.
  /// - Source: Press2007numerical, section 5.6 (cubic equations)
  var roots: [Double] {
    let third = linear / 3
    let half = 0.5 * constant
    let discriminant = half * half + third * third * third
    if discriminant < 0 {
      let radius = (-third).squareRoot()
      let angle = acos(min(max(-half / (radius * radius * radius), -1), 1))
      return [0, 2 * Double.pi, 4 * Double.pi].map { turn in
        2 * radius * cos((angle - turn) / 3)
      }
    }
    let root = cbrt(half.magnitude + discriminant.squareRoot())
    guard root > 0 else { return [0] }
    return [copysign(1, -half) * (root - third / root)]
  }
}
