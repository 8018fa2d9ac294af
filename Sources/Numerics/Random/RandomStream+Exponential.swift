// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension RandomStream {
  /// Draws from the exponential distribution of mean 1: density e^-x for x > 0.
  ///
  /// The distribution function is inverted, x = -ln u. One word, and the tail has no end: in the
  /// lowest of the 2^53 cells of u, where x > 53 ln 2 = 36.7, the distribution repeats itself, and
  /// x = 53 ln 2 + a fresh draw. Multiply by the mean: `meanFreePath * stream.exponential()`.
  /// - Returns: a positive number.
  /// - Source: Devroye1986nonuniform, section II.2 (inversion), IX.2 (memorylessness)
  @inlinable
  public mutating func exponential() -> Double {
    var offset = 0.0
    while true {
      let u = uniform()
      if u > Self.lowestUniform { return offset - log(SIMD4(repeating: u))[0] }
      offset += Self.logarithmOfCells
    }
  }

  /// The number that ``uniform()`` gives for its lowest cell.
  @inlinable static var lowestUniform: Double { 0x1p-54 }

  /// 53 ln 2, the logarithm of the number of cells of ``uniform()``.
  @inlinable static var logarithmOfCells: Double { 36.7368005696771 }
}
