// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A shift of a rate, as a function of one parameter x: -down at x = -1, up at +1.
///
///     up x                                            for x > 1
///     x (up + down)/2 + (up - down)/16 (15 x^2 - 10 x^4 + 3 x^6)   for abs(x) <= 1
///     down x                                          for x < -1
///
/// with up = high - nominal and down = nominal - low; smooth up to the second derivative.
///
/// - Source: Heinrich2021pyhf, interpolation code 4p
struct RateShift: Sendable {
  /// The number of the parameter.
  let parameter: Int

  private let up: Double
  private let down: Double

  /// A shift of one bin between its rates at -1, 0 and +1.
  init(parameter: Int, low: Double, nominal: Double, high: Double) {
    self.parameter = parameter
    up = high - nominal
    down = nominal - low
  }

  /// The shift at x.
  func value(at x: Double) -> Double {
    if x > 1 { return up * x }
    if x < -1 { return down * x }
    let square = x * x
    return 0.5 * (up + down) * x
      + (up - down) / 16 * square * (15 + square * (-10 + 3 * square))
  }

  /// The derivative at x.
  func slope(at x: Double) -> Double {
    if x > 1 { return up }
    if x < -1 { return down }
    let square = x * x
    return 0.5 * (up + down) + (up - down) / 8 * x * (15 + square * (-20 + 9 * square))
  }

  /// The second derivative at x.
  func curvature(at x: Double) -> Double {
    guard abs(x) < 1 else { return 0 }
    let square = x * x
    return (up - down) / 8 * (15 + square * (-60 + 45 * square))
  }
}
