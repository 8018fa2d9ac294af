// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Straight lines between the values of a table.
public struct LinearInterpolant: Interpolant, Hashable {
  /// The places of the table.
  public let axis: InterpolationAxis

  /// The values at the places.
  public let values: [Double]

  /// Makes the interpolant from ascending places and finite values.
  public init(_ places: [Double], _ values: [Double]) throws(NumericsError) {
    axis = try InterpolationAxis(places)
    try axis.check(values: values, name: "values")
    self.values = values
  }

  /// y0 + (y1 - y0) (x - x0) / (x1 - x0) in the cell of x.
  @inlinable
  public func value(extrapolating x: Double) -> Double {
    let index = axis.cell(of: x)
    let fraction =
      (x - axis.places[index]) / (axis.places[index + 1] - axis.places[index])
    return (1 - fraction) * values[index] + fraction * values[index + 1]
  }

  /// The slope of the cell of x.
  @inlinable
  public func derivative(extrapolating x: Double) -> Double { slope(axis.cell(of: x)) }

  /// The area of the trapezium from the lower place to x.
  public func integral(inCell index: Int, upTo x: Double) -> Double {
    let width = x - axis.places[index]
    return width * (values[index] + 0.5 * slope(index) * width)
  }

  @inlinable
  func slope(_ index: Int) -> Double {
    (values[index + 1] - values[index]) / (axis.places[index + 1] - axis.places[index])
  }
}
