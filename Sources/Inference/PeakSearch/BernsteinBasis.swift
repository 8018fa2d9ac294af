// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Polynomials of a degree d on a range, as sums of Bernstein polynomials.
///
///     B_k(t) = binomial(d, k) t^k (1 - t)^(d - k),  t from 0 to 1 along the range
///
/// With coefficients of zero and above the sum is nowhere negative, as a density must be.
///
/// - Source: Farouki2012bernstein, section 3
struct BernsteinBasis: Sendable {
  let lower: Double
  let upper: Double
  let degree: Int

  /// The number of polynomials.
  var count: Int { degree + 1 }

  /// The values of all polynomials at a place.
  func values(at x: Double) -> [Double] { Self.values(degree, at: (x - lower) / (upper - lower)) }

  /// The integrals of all polynomials over a part of the range.
  func integrals(from start: Double, to end: Double) -> [Double] {
    zip(integrals(to: end), integrals(to: start)).map(-)
  }

  /// The integral of B_k is the sum of all B_j of the next degree with j > k, over d + 1.
  private func integrals(to x: Double) -> [Double] {
    let width = upper - lower
    let higher = Self.values(degree + 1, at: max(0, min(1, (x - lower) / width)))
    var sum = 0.0
    var result = [Double](repeating: 0, count: count)
    for index in (0..<count).reversed() {
      sum += higher[index + 1]
      result[index] = sum * width / Double(count)
    }
    return result
  }

  /// De Casteljau's recursion, free of cancellation within the range.
  private static func values(_ degree: Int, at t: Double) -> [Double] {
    var values = [1.0]
    for _ in 0..<degree {
      var next = [Double](repeating: 0, count: values.count + 1)
      for (index, value) in values.enumerated() {
        next[index] += (1 - t) * value
        next[index + 1] += t * value
      }
      values = next
    }
    return values
  }
}
