// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A variable in which spectra in x = E_X / E are flat.
///
/// Spectra of a light X rise as x / (m^2 + m_l^2 x^2), those of a heavy one as
/// 1 / (1 - x + m_l^2 / m^2). So y = ln[(x + a) / (1 - x + b)] with the scales a and b of both ends
/// spreads them out, and
///
///     y = y_0 + (y_1 - y_0) v^2 (3 - 2 v),  0 <= v <= 1
///
/// makes square roots at the ends of phase space smooth as well.
struct EmissionCoordinate {
  private let range: ClosedRange<Double>
  private let low: Double
  /// 1 + b, or a little more where x may exceed 1.
  private let top: Double
  private let start: Double
  private let length: Double

  /// Makes the variable.
  ///
  /// - Parameters:
  ///   - range: the x that v = 0 and v = 1 stand for.
  ///   - lowScale: a.
  ///   - highScale: b.
  init(range: ClosedRange<Double>, lowScale: Double, highScale: Double) {
    self.range = range
    low = max(lowScale, 1e-12)
    top = max(1, range.upperBound) + max(highScale, 1e-12)
    start = log((range.lowerBound + low) / (top - range.lowerBound))
    length = log((range.upperBound + low) / (top - range.upperBound)) - start
  }

  /// The variable that suits bremsstrahlung: a = m / sqrt(m^2 + m_l^2), b = m_l^2 / m^2 + m_l / E
  /// but at most 1.
  init(range: ClosedRange<Double>, mass: Double, leptonMass: Double, energy: Double) {
    let ratio = leptonMass / mass
    self.init(
      range: range, lowScale: mass / hypot(mass, leptonMass),
      highScale: min(ratio * ratio + leptonMass / energy, 1))
  }

  /// v of an x, 0 below the range and 1 above.
  func position(of x: Double) -> Double {
    guard x > range.lowerBound else { return 0 }
    guard x < range.upperBound, length > 0 else { return 1 }
    let share = (log((x + low) / (top - x)) - start) / length
    // The root of v^2 (3 - 2 v) = share between 0 and 1.
    return 0.5 - sin(asin(min(max(1 - 2 * share, -1), 1)) / 3)
  }

  /// x at a v, and dx / dv there.
  func point(at position: Double) -> (x: Double, slope: Double) {
    let ratio = exp(start + length * position * position * (3 - 2 * position))
    let x = (ratio * top - low) / (1 + ratio)
    // dx / dy = (x + a)(1 - x + b) / (1 + a + b).
    let slope = (top + low) * ratio / ((1 + ratio) * (1 + ratio))
    return (
      min(max(x, range.lowerBound), range.upperBound),
      slope * length * 6 * position * (1 - position)
    )
  }
}
