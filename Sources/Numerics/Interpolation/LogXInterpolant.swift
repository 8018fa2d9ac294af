// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Logarithms between the values of a table: straight lines in y over ln x.
///
/// The places must be positive. Outside the range the outermost line continues; the argument must
/// be positive there too, or the result is NaN.
public struct LogXInterpolant: Interpolant, Hashable {
  /// The places of the table.
  public let axis: InterpolationAxis

  /// The values at the places.
  public let values: [Double]

  /// dy / d ln x in each cell.
  @usableFromInline let slopes: [Double]

  /// Makes the interpolant from ascending positive places and finite values.
  public init(_ places: [Double], _ values: [Double]) throws(NumericsError) {
    axis = try InterpolationAxis(places)
    try axis.check(values: values, name: "values")
    let logPlaces = try InterpolationAxis.logarithms(of: places, name: "places")
    self.values = values
    slopes = InterpolationAxis.secants(logPlaces, values)
  }

  /// y0 + s ln(x / x0) in the cell of x.
  @inlinable
  public func value(extrapolating x: Double) -> Double {
    let index = axis.cell(of: x)
    return values[index] + slopes[index] * log(x / axis.places[index])
  }

  /// s / x with the slope s of the cell of x.
  @inlinable
  public func derivative(extrapolating x: Double) -> Double {
    slopes[axis.cell(of: x)] / x
  }

  /// y0 (x - x0) + s (x ln(x / x0) - x + x0).
  public func integral(inCell index: Int, upTo x: Double) -> Double {
    let start = axis.places[index]
    return (values[index] - slopes[index]) * (x - start) + slopes[index] * x * log(x / start)
  }
}
