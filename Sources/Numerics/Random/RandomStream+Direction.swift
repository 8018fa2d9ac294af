// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension RandomStream {
  /// Draws a direction, uniform on the unit sphere.
  ///
  /// A point (a, b) uniform in the unit disc, s = a^2 + b^2, gives
  ///
  ///     (2 a sqrt(1 - s), 2 b sqrt(1 - s), 1 - 2 s)
  ///
  /// No trigonometric function is called. Two words in 78.5% of draws, 2.55 on average. The length
  /// is 1 to 4e-16.
  /// - Returns: the Cartesian components x, y, z.
  /// - Source: Marsaglia1972sphere, new method for the 3-sphere
  @inlinable
  public mutating func direction() -> SIMD3<Double> {
    while true {
      let a = 2 * uniform() - 1
      let b = 2 * uniform() - 1
      let s = a * a + b * b
      if s < 1 {
        let scale = 2 * (1 - s).squareRoot()
        return SIMD3(a * scale, b * scale, 1 - 2 * s)
      }
    }
  }
}
