// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What a table says of one mass and energy: the total cross section and the spectrum in x.
package struct TabulatedEmission: Sendable {
  /// The total cross section in pb.
  package let total: Double
  /// The range of x.
  package let range: ClosedRange<Double>
  /// Legendre coefficients of the spectrum in v, the first of them one.
  let coefficients: [Double]
  let coordinate: EmissionCoordinate

  /// d sigma / dx at an x, in pb; zero outside the range.
  ///
  /// Where the true spectrum vanishes the interpolated one may be off by 1e-3 of its largest value; it
  /// is not let below zero.
  package func density(at x: Double) -> Double {
    guard range.contains(x) else { return 0 }
    let position = coordinate.position(of: x)
    let slope = coordinate.point(at: position).slope
    guard slope > 0 else { return 0 }
    return max(0, total * legendre(2 * position - 1).sum / slope)
  }

  /// The cross section with x above a cut, in pb, such as that of a missing energy.
  package func integral(above cut: Double) -> Double {
    guard cut > range.lowerBound else { return total }
    guard cut < range.upperBound else { return 0 }
    let below = legendre(2 * coordinate.position(of: cut) - 1).integral
    return total * min(max(1 - below / 2, 0), 1)
  }

  /// The series at s, and its integral from -1 to s.
  ///
  /// P_n is the derivative of (P_(n+1) - P_(n-1)) / (2 n + 1), and both vanish together at -1.
  private func legendre(_ s: Double) -> (sum: Double, integral: Double) {
    var previous = 1.0
    var current = s
    var sum = coefficients[0]
    var integral = coefficients[0] * (s + 1)
    for n in 1..<coefficients.count {
      let degree = Double(n)
      let next = ((2 * degree + 1) * s * current - degree * previous) / (degree + 1)
      sum += coefficients[n] * current
      integral += coefficients[n] * (next - previous) / (2 * degree + 1)
      previous = current
      current = next
    }
    return (sum, integral)
  }
}
