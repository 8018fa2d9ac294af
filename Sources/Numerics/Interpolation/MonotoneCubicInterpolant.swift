// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A smooth curve through the values of a table that is monotone between neighbours.
///
/// Steffen's cubic has a continuous slope and never leaves the range of two neighbouring values, so
/// that it makes no false bumps and keeps positive tables positive. At the ends the slope is that
/// of the straight line to the neighbour, as in GSL. Outside the range the outermost cubic
/// continues and may do anything.
///
/// - Source: Steffen1990monotonic, equations 2 to 11
public struct MonotoneCubicInterpolant: Interpolant, Hashable {
  /// The places of the table.
  public let axis: InterpolationAxis

  /// The values at the places.
  public let values: [Double]

  /// The slopes at the places.
  public let slopes: [Double]

  /// Makes the interpolant from ascending places and finite values.
  public init(_ places: [Double], _ values: [Double]) throws(NumericsError) {
    axis = try InterpolationAxis(places)
    try axis.check(values: values, name: "values")
    self.values = values
    let last = places.count - 1
    let widths = (0..<last).map { (index: Int) -> Double in places[index + 1] - places[index] }
    let secants = InterpolationAxis.secants(places, values)
    slopes = (0...last).map { index in
      if index == 0 { return secants[0] }
      if index == last { return secants[last - 1] }
      let (before, after) = (secants[index - 1], secants[index])
      guard (before > 0 && after > 0) || (before < 0 && after < 0) else { return 0 }
      let total = widths[index - 1] + widths[index]
      let parabola = (before * widths[index] + after * widths[index - 1]) / total
      let size = min(before.magnitude, after.magnitude, 0.5 * parabola.magnitude)
      return before > 0 ? 2 * size : -2 * size
    }
  }

  /// The cubic of the cell of x.
  @inlinable
  public func value(extrapolating x: Double) -> Double {
    let index = axis.cell(of: x)
    let (linear, quadratic, cubic) = coefficients(index)
    let t = x - axis.places[index]
    return values[index] + t * (linear + t * (quadratic + t * cubic))
  }

  /// The derivative of the cubic of the cell of x.
  @inlinable
  public func derivative(extrapolating x: Double) -> Double {
    let index = axis.cell(of: x)
    let (linear, quadratic, cubic) = coefficients(index)
    let t = x - axis.places[index]
    return linear + t * (2 * quadratic + t * 3 * cubic)
  }

  /// The integral of the cubic from the lower place to x.
  public func integral(inCell index: Int, upTo x: Double) -> Double {
    let (linear, quadratic, cubic) = coefficients(index)
    let t = x - axis.places[index]
    return t * (values[index] + t * (linear / 2 + t * (quadratic / 3 + t * cubic / 4)))
  }

  /// The coefficients of t, t^2 and t^3 in a cell, with t from its lower place.
  @inlinable
  func coefficients(_ index: Int) -> (Double, Double, Double) {
    let width = axis.places[index + 1] - axis.places[index]
    let secant = (values[index + 1] - values[index]) / width
    let (start, end) = (slopes[index], slopes[index + 1])
    return (
      start, (3 * secant - 2 * start - end) / width, (start + end - 2 * secant) / (width * width)
    )
  }
}
