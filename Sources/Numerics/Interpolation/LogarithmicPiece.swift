// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The integral shared by pieces that are exponential in a parameter.
enum LogarithmicPiece {
  /// The integral of exp(n t) from 0 to t: (exp(n t) - 1) / n, which is t at n = 0.
  static func growth(_ n: Double, _ t: Double) -> Double {
    let exponent = n * t
    // Below this size the second term of the series is the last that counts.
    if exponent.magnitude < 1e-8 { return t * (1 + 0.5 * exponent) }
    return expm1(exponent) / n
  }
}
