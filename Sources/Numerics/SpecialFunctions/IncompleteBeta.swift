// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The regularised incomplete beta function I_x(a, b).
///
/// GSL's continued fraction stops after 512 terms, which large exponents exceed. Here it is summed
/// to its end, in a time that grows as the root of the larger exponent.
///
/// - Source: Olver2010nist, equation 8.17.22
enum IncompleteBeta {
  /// I_x(a, b) for a, b > 0 and 0 < x < 1.
  static func lower(_ a: Double, _ b: Double, _ x: Double) -> Double {
    isLow(a, b, x) ? fraction(a, b, x, 1 - x) : 1 - fraction(b, a, 1 - x, x)
  }

  /// 1 - I_x(a, b) for a, b > 0 and 0 < x < 1.
  static func upper(_ a: Double, _ b: Double, _ x: Double) -> Double {
    isLow(a, b, x) ? 1 - fraction(a, b, x, 1 - x) : fraction(b, a, 1 - x, x)
  }

  /// True where the fraction in x converges fast; on the other side that in 1 - x does.
  private static func isLow(_ a: Double, _ b: Double, _ x: Double) -> Bool {
    x < (a + 1) / (a + b + 2)
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let front = SaddlePoint.binomial(a, b, x, y) * b / (a + b)
    if front == 0 { return 0 }
    var value = 1.0
    var numerator = 1.0
    var denominator = 1.0
    var index = 0.0
    var change = 0.0
    func advance(_ coefficient: Double) {
      denominator = 1 / guarded(1 + coefficient * denominator)
      numerator = guarded(1 + coefficient / numerator)
      change = denominator * numerator
      value *= change
    }
    // The first coefficient is -(a + b) x / (a + 1), then even and odd ones in turn.
    denominator = 1 / guarded(1 - (a + b) * x / (a + 1))
    value = denominator
    repeat {
      index += 1
      advance(index * (b - index) * x / ((a + 2 * index - 1) * (a + 2 * index)))
      let even = change
      advance(-(a + index) * (a + b + index) * x / ((a + 2 * index) * (a + 2 * index + 1)))
      change = max((change - 1).magnitude, (even - 1).magnitude)
    } while change > Double.ulpOfOne && index < 1e8
    return front * value
  }

  /// Keeps a vanishing partial denominator from dividing by zero.
  private static func guarded(_ number: Double) -> Double {
    number.magnitude < 1e-300 ? 1e-300 : number
  }
}
