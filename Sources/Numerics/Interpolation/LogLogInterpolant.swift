// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Power laws between the values of a table: straight lines in ln y over ln x.
///
/// Places and values must be positive. Outside the range the outermost power law continues; the
/// argument must be positive there too, or the result is NaN.
public struct LogLogInterpolant: Interpolant, Hashable {
  /// The places of the table.
  public let axis: InterpolationAxis

  /// The values at the places.
  public let values: [Double]

  /// ln y at the places.
  @usableFromInline let logValues: [Double]

  /// The exponent of the power law of each cell.
  public let exponents: [Double]

  /// Makes the interpolant from ascending positive places and positive values.
  public init(_ places: [Double], _ values: [Double]) throws(NumericsError) {
    axis = try InterpolationAxis(places)
    try axis.check(values: values, name: "values")
    let logPlaces = try InterpolationAxis.logarithms(of: places, name: "places")
    let logValues = try InterpolationAxis.logarithms(of: values, name: "values")
    self.values = values
    self.logValues = logValues
    exponents = InterpolationAxis.secants(logPlaces, logValues)
  }

  /// y0 (x / x0)^n in the cell of x.
  @inlinable
  public func value(extrapolating x: Double) -> Double {
    let index = axis.cell(of: x)
    return exp(logValues[index] + exponents[index] * log(x / axis.places[index]))
  }

  /// n y / x with the exponent n of the cell of x.
  @inlinable
  public func derivative(extrapolating x: Double) -> Double {
    exponents[axis.cell(of: x)] * value(extrapolating: x) / x
  }

  /// y0 x0 (r^(n+1) - 1) / (n+1) with r = x / x0, in a form that is smooth through n = -1.
  public func integral(inCell index: Int, upTo x: Double) -> Double {
    let start = axis.places[index]
    return values[index] * start * LogarithmicPiece.growth(exponents[index] + 1, log(x / start))
  }
}
