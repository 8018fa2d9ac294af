// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics

/// The greatest error of a function of four lanes over random arguments, in units of the last
/// place, against a reference of higher precision.
enum UlpError {
  #if arch(x86_64)
    typealias Reference = Float80
  #else
    // Without a wider type the reference errs by up to half an ulp itself.
    typealias Reference = Double
  #endif

  /// Returns the greatest error in ulps of the result; the ulp of subnormal results is 2^-1074.
  static func greatest(
    of function: (SIMD4<Double>) -> SIMD4<Double>, reference: (Reference) -> Reference,
    arguments: Int, draw: (inout RandomStream) -> Double
  ) -> Double {
    var stream = RandomStream(seed: 1, name: "ulp")
    var worst = 0.0
    for _ in 0..<(arguments / 4) {
      let x = SIMD4(draw(&stream), draw(&stream), draw(&stream), draw(&stream))
      let y = function(x)
      for lane in 0..<4 {
        let exact = reference(Reference(x[lane]))
        let ulp = max(abs(Double(exact)), .leastNormalMagnitude).ulp
        worst = max(worst, abs(Double((Reference(y[lane]) - exact) / Reference(ulp))))
      }
    }
    return worst
  }

  /// The FNV-1a hash of the bits of results, to compare them between machines.
  static func hash(of numbers: [Double]) -> UInt64 {
    numbers.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1.bitPattern) &* 0x100_0000_01B3 }
  }
}
