// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Bilinear interpolation of ln z over ln x and ln y on a rectangular grid of positive numbers.
///
/// Reproduces every product of powers of x and y. Outside the grid the arguments must be positive
/// too, or the result is NaN.
public struct LogBilinearInterpolant: Hashable, Sendable {
  /// The places along x, one a row.
  public let x: InterpolationAxis

  /// The places along y, one a column.
  public let y: InterpolationAxis

  /// The table of logarithms.
  @usableFromInline let logarithms: BilinearInterpolant

  /// Makes the interpolant from ascending positive places and positive values, row by row.
  public init(x: [Double], y: [Double], values: [Double]) throws(NumericsError) {
    self.x = try InterpolationAxis(x, name: "x")
    self.y = try InterpolationAxis(y, name: "y")
    logarithms = try BilinearInterpolant(
      x: InterpolationAxis.logarithms(of: x, name: "x"),
      y: InterpolationAxis.logarithms(of: y, name: "y"),
      values: InterpolationAxis.logarithms(of: values, name: "values"))
  }

  /// The value at a place within the grid.
  @inlinable
  public func value(at x: Double, _ y: Double) throws(NumericsError) -> Double {
    try self.x.check(x)
    try self.y.check(y)
    return value(extrapolating: x, y)
  }

  /// The value at the nearest place within the grid.
  @inlinable
  public func value(clamping x: Double, _ y: Double) -> Double {
    value(extrapolating: self.x.clamp(x), self.y.clamp(y))
  }

  /// The value with the outermost cells continued outside the grid.
  @inlinable
  public func value(extrapolating x: Double, _ y: Double) -> Double {
    exp(logarithms.value(extrapolating: log(x), log(y)))
  }
}
