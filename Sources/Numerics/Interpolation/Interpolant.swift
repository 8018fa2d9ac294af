// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A function of one variable from a table, with the policy outside its range in the caller's hand.
///
/// There is no default: each call says whether a place outside the table is an error, takes the
/// value at the nearest end, continues the outermost piece, or has a value of its own.
public protocol Interpolant: Sendable {
  /// The places of the table.
  var axis: InterpolationAxis { get }

  /// The value at x, with the outermost pieces continued outside the range.
  func value(extrapolating x: Double) -> Double

  /// The derivative at x, with the outermost pieces continued outside the range.
  ///
  /// At a place of the table where the slope jumps it is that of the piece above.
  func derivative(extrapolating x: Double) -> Double

  /// The integral over cell `index` from its lower place to x, by the formula of that cell.
  func integral(inCell index: Int, upTo x: Double) -> Double
}

extension Interpolant {
  /// The value at a place within the table.
  @inlinable
  public func value(at x: Double) throws(NumericsError) -> Double {
    try axis.check(x)
    return value(extrapolating: x)
  }

  /// The value at the nearest place within the table.
  @inlinable
  public func value(clamping x: Double) -> Double {
    value(extrapolating: axis.clamp(x))
  }

  /// The value at x, or `elsewhere` outside the table.
  @inlinable
  public func value(at x: Double, elsewhere: Double) -> Double {
    axis.contains(x) ? value(extrapolating: x) : x.isNaN ? x : elsewhere
  }

  /// The derivative at a place within the table.
  @inlinable
  public func derivative(at x: Double) throws(NumericsError) -> Double {
    try axis.check(x)
    return derivative(extrapolating: x)
  }

  /// The exact integral of the interpolant between two places within the table.
  public func integral(from lower: Double, to upper: Double) throws(NumericsError) -> Double {
    try axis.check(lower)
    try axis.check(upper)
    if lower > upper { return try -integral(from: upper, to: lower) }
    let first = axis.cell(of: lower)
    let last = axis.cell(of: upper)
    var sum = -integral(inCell: first, upTo: lower)
    for index in first..<last { sum += integral(inCell: index, upTo: axis.places[index + 1]) }
    return sum + integral(inCell: last, upTo: upper)
  }
}
