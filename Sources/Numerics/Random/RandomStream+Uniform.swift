// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension RandomStream {
  /// Draws a number uniform on the open interval (0, 1).
  ///
  /// The number is k 2^-53 with k uniform on the integers from 0 to 2^53 - 1, except that k = 0
  /// gives 2^-54. So neither 0 nor 1 occurs, and `log(u)` and `log(1 - u)` are finite. One word.
  /// - Returns: a number from 2^-54 to 1 - 2^-53.
  @inlinable
  public mutating func uniform() -> Double {
    max(Double(next() >> 11), 0.5) * 0x1p-53
  }

  /// Draws a number uniform on a half-open interval [a, b).
  ///
  /// The number is a + (b - a) u; where rounding would give b, the number below it. One word.
  /// - Parameter interval: the interval, not empty, of finite width.
  /// - Returns: a number x with a <= x < b.
  @inlinable
  public mutating func uniform(in interval: Range<Double>) -> Double {
    let width = interval.upperBound - interval.lowerBound
    precondition(width > 0 && width.isFinite, "an interval of no or infinite width")
    let x = interval.lowerBound + width * uniform()
    return x < interval.upperBound ? x : interval.upperBound.nextDown
  }

  /// Draws an integer uniform on 0, ..., n - 1, without bias.
  ///
  /// The result is the high word of next() * n; the 2^64 mod n products that would favour some
  /// integers are rejected. One word, another one with a probability below n / 2^64.
  /// - Parameter count: the number n of integers, at least 1.
  /// - Returns: an integer from 0 to n - 1.
  /// - Source: Lemire2019fast, algorithm 5
  @inlinable
  public mutating func integer(below count: Int) -> Int {
    precondition(count > 0, "no integer lies below \(count)")
    let n = UInt64(count)
    var product = next().multipliedFullWidth(by: n)
    if product.low < n {
      let excess = (0 &- n) % n
      while product.low < excess {
        product = next().multipliedFullWidth(by: n)
      }
    }
    return Int(product.high)
  }
}
