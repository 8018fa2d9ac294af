// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Exponentials between the values of a table: straight lines in ln y over x.
///
/// The values must be positive. Outside the range the outermost exponential continues.
public struct LogYInterpolant: Interpolant, Hashable {
  /// The places of the table.
  public let axis: InterpolationAxis

  /// The values at the places.
  public let values: [Double]

  /// ln y at the places.
  @usableFromInline let logValues: [Double]

  /// d ln y / dx in each cell.
  @usableFromInline let rates: [Double]

  /// Makes the interpolant from ascending places and positive values.
  public init(_ places: [Double], _ values: [Double]) throws(NumericsError) {
    axis = try InterpolationAxis(places)
    try axis.check(values: values, name: "values")
    let logValues = try InterpolationAxis.logarithms(of: values, name: "values")
    self.values = values
    self.logValues = logValues
    rates = InterpolationAxis.secants(places, logValues)
  }

  /// y0 exp(r (x - x0)) in the cell of x.
  @inlinable
  public func value(extrapolating x: Double) -> Double {
    let index = axis.cell(of: x)
    return exp(logValues[index] + rates[index] * (x - axis.places[index]))
  }

  /// r y with the rate r of the cell of x.
  @inlinable
  public func derivative(extrapolating x: Double) -> Double {
    rates[axis.cell(of: x)] * value(extrapolating: x)
  }

  /// y0 (exp(r t) - 1) / r with t = x - x0.
  public func integral(inCell index: Int, upTo x: Double) -> Double {
    values[index] * LogarithmicPiece.growth(rates[index], x - axis.places[index])
  }
}
