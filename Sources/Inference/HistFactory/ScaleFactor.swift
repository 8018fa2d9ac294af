// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A factor on a sample, as a function of one parameter x.
///
/// Either x itself, or a systematic that is `low` at x = -1, one at 0 and `high` at +1:
///
///     high^x                     for x >= 1
///     1 + sum_i a_i x^i, i=1..6  for abs(x) < 1
///     low^(-x)                   for x <= -1
///
/// The a_i make value, first and second derivative continuous at -1 and +1.
///
/// - Source: Heinrich2021pyhf, interpolation code 4; Cranmer2012histfactory, section 4.1
struct ScaleFactor: Sendable {
  /// A factor and its derivatives.
  struct Expansion: Sendable {
    var value = 1.0
    var slope = 0.0
    var curvature = 0.0
  }

  /// The number of the parameter.
  let parameter: Int

  private let isSystematic: Bool
  private let logLow: Double
  private let logHigh: Double
  private let coefficients: [Double]

  /// The parameter itself.
  init(parameter: Int) {
    self.parameter = parameter
    isSystematic = false
    (logLow, logHigh) = (0, 0)
    coefficients = []
  }

  /// A systematic.
  /// - Parameters:
  ///   - parameter: the number of the parameter.
  ///   - low: the factor at -1, above zero.
  ///   - high: the factor at +1, above zero.
  init(parameter: Int, low: Double, high: Double) {
    self.parameter = parameter
    isSystematic = true
    logLow = log(low)
    logHigh = log(high)
    // Odd and even parts of value, slope and curvature at +-1 fix odd and even coefficients.
    let (highSlope, lowSlope) = (logHigh * high, -logLow * low)
    let (highCurvature, lowCurvature) = (logHigh * highSlope, -logLow * lowSlope)
    let odd = 0.5 * (high - low)
    let even = 0.5 * (high + low) - 1
    let oddSlope = 0.5 * (highSlope + lowSlope)
    let evenSlope = 0.5 * (highSlope - lowSlope)
    let oddCurvature = 0.5 * (highCurvature - lowCurvature)
    let evenCurvature = 0.5 * (highCurvature + lowCurvature)
    coefficients = [
      (15 * odd - 7 * oddSlope + oddCurvature) / 8,
      (24 * even - 9 * evenSlope + evenCurvature) / 8,
      (-5 * odd + 5 * oddSlope - oddCurvature) / 4,
      (-12 * even + 7 * evenSlope - evenCurvature) / 4,
      (3 * odd - 3 * oddSlope + oddCurvature) / 8,
      (8 * even - 5 * evenSlope + evenCurvature) / 8,
    ]
  }

  /// The factor and its derivatives at x.
  func expansion(at x: Double) -> Expansion {
    guard isSystematic else { return Expansion(value: x, slope: 1, curvature: 0) }
    if abs(x) >= 1 {
      let rate = x > 0 ? logHigh : -logLow
      let value = exp(rate * x)
      return Expansion(value: value, slope: rate * value, curvature: rate * rate * value)
    }
    var result = Expansion(value: 0, slope: 0, curvature: 0)
    for coefficient in coefficients.reversed() {
      result.curvature = result.curvature * x + 2 * result.slope
      result.slope = result.slope * x + result.value
      result.value = result.value * x + coefficient
    }
    // One more step of Horner's scheme, for the constant term of one.
    result.curvature = result.curvature * x + 2 * result.slope
    result.slope = result.slope * x + result.value
    result.value = result.value * x + 1
    return result
  }
}
