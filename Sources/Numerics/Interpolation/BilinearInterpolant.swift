// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Bilinear interpolation on a rectangular grid.
///
/// Values are stored row by row: the value at places (i, j) has the index i * columns + j, where i
/// counts along x. Within a cell the surface is z = a + b x + c y + d x y, continuous across cells.
public struct BilinearInterpolant: Hashable, Sendable {
  /// The places along x, one a row.
  public let x: InterpolationAxis

  /// The places along y, one a column.
  public let y: InterpolationAxis

  /// The values, row by row.
  public let values: [Double]

  /// Makes the interpolant from ascending places and one finite value for each pair of them.
  public init(x: [Double], y: [Double], values: [Double]) throws(NumericsError) {
    self.x = try InterpolationAxis(x, name: "x")
    self.y = try InterpolationAxis(y, name: "y")
    guard values.count == x.count * y.count else {
      throw NumericsError(
        "no table on the grid",
        .invalidArgument("\(values.count) values for \(x.count) x \(y.count) places"))
    }
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw NumericsError(
        "no table on the grid",
        .invalidArgument(
          "the value at x=\(x[index / y.count]), y=\(y[index % y.count]) is \(values[index])"))
    }
    self.values = values
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
    let corner = cell(x, y)
    let below = (1 - corner.v) * corner.z00 + corner.v * corner.z01
    let above = (1 - corner.v) * corner.z10 + corner.v * corner.z11
    return (1 - corner.u) * below + corner.u * above
  }

  /// The derivatives along x and y, with the outermost cells continued outside the grid.
  @inlinable
  public func gradient(extrapolating x: Double, _ y: Double) -> (x: Double, y: Double) {
    let corner = cell(x, y)
    let alongX =
      (1 - corner.v) * (corner.z10 - corner.z00) + corner.v * (corner.z11 - corner.z01)
    let alongY =
      (1 - corner.u) * (corner.z01 - corner.z00) + corner.u * (corner.z11 - corner.z10)
    return (alongX / corner.width, alongY / corner.height)
  }

  /// A cell with its four values and a place in it as fractions u and v of its sides.
  @usableFromInline
  struct Cell {
    @usableFromInline var u: Double
    @usableFromInline var v: Double
    @usableFromInline var width: Double
    @usableFromInline var height: Double
    @usableFromInline var z00: Double
    @usableFromInline var z01: Double
    @usableFromInline var z10: Double
    @usableFromInline var z11: Double

    @inlinable
    init(
      u: Double, v: Double, width: Double, height: Double, z00: Double, z01: Double, z10: Double,
      z11: Double
    ) {
      self.u = u
      self.v = v
      self.width = width
      self.height = height
      self.z00 = z00
      self.z01 = z01
      self.z10 = z10
      self.z11 = z11
    }
  }

  @inlinable
  func cell(_ x: Double, _ y: Double) -> Cell {
    let row = self.x.cell(of: x)
    let column = self.y.cell(of: y)
    let columns = self.y.places.count
    let index = row * columns + column
    let (left, bottom) = (self.x.places[row], self.y.places[column])
    let width = self.x.places[row + 1] - left
    let height = self.y.places[column + 1] - bottom
    return Cell(
      u: (x - left) / width, v: (y - bottom) / height, width: width, height: height,
      z00: values[index], z01: values[index + 1], z10: values[index + columns],
      z11: values[index + columns + 1])
  }
}
