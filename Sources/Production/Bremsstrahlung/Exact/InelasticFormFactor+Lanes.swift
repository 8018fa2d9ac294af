// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter

extension InelasticFormFactor {
  /// Where the proton is resolved, 0.71 GeV^2.
  static var size: Double { 0.71 }

  /// G2 / t^2 at four values of t in GeV^2, in GeV^-4.
  @inline(__always)
  func perTransferSquare(_ t: SIMD4<Double>) -> SIMD4<Double> {
    var value = SIMD4<Double>()
    for lane in 0..<4 { value[lane] = self(t[lane]) / (t[lane] * t[lane]) }
    return value
  }
}
