// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// An adaptive integrator for smooth functions that specialises on the closure it is given.
///
/// The piece with the largest error is halved until the error of the sum meets the tolerance. The
/// integrand is compiled into the loop, so a cheap one costs a third of what it costs through C;
/// use it inside scans and nested integrals. Integrands with singular ends or with noise belong to
/// ``integrate(from:to:points:relativeError:absoluteError:method:_:)``, whose extrapolation and
/// doubly adaptive rules are stronger there.
///
/// The claimed error is QUADPACK's and is usually far above the true one.
///
/// - Source: Piessens1983quadpack, routine QAG with QK21
public struct AdaptiveGaussKronrod: Sendable {
  /// The error asked for as a fraction of the result.
  public var relativeError: Double

  /// The error asked for in the unit of the result; reaching either tolerance suffices.
  public var absoluteError: Double

  /// The number of pieces after which the integrator gives up.
  public var maximumPieces: Int

  /// Makes an integrator with the given tolerances.
  public init(relativeError: Double = 1e-8, absoluteError: Double = 0, maximumPieces: Int = 1000) {
    self.relativeError = relativeError
    self.absoluteError = absoluteError
    self.maximumPieces = maximumPieces
  }

  /// Integrates f from `lower` to `upper`, either of which may be infinite.
  ///
  /// A lower end above the upper one changes the sign. Infinite ranges are mapped with scale 1;
  /// where the integrand lives elsewhere, name the axis.
  ///
  /// - Throws: ``NumericsError`` where the tolerance is not met or f is not finite, and whatever
  ///   f throws.
  @inlinable
  public func integrate(
    from lower: Double, to upper: Double, _ f: (Double) throws -> Double
  ) throws -> Estimate {
    if lower.isFinite && upper.isFinite {
      return try integrate(from: lower, to: upper, along: LinearAxis(), f)
    }
    if lower > upper { return try -1 * integrate(from: upper, to: lower, f) }
    if lower.isFinite {
      return try integrate(from: lower, to: upper, along: HalfInfiniteAxis(origin: lower), f)
    }
    if upper.isFinite {
      return try integrate(from: -upper, to: -lower, along: HalfInfiniteAxis(origin: -upper)) {
        try f(-$0)
      }
    }
    return try integrate(from: lower, to: upper, along: InfiniteAxis(), f)
  }

  /// Integrates f from `lower` to `upper` in the variable of the given axis.
  ///
  /// - Throws: ``NumericsError`` where the tolerance is not met or f is not finite, and whatever
  ///   f throws.
  @inlinable
  public func integrate(
    from lower: Double, to upper: Double, along axis: some AxisMap,
    _ f: (Double) throws -> Double
  ) throws -> Estimate {
    let start = axis.parameter(at: lower)
    let end = axis.parameter(at: upper)
    try checkSettings(lower, upper, start, end)
    if start == end { return Estimate(value: 0, error: 0) }
    let first = try piece(from: start, to: end, along: axis, f)
    if first.error <= tolerance(for: first.value) {
      return Estimate(value: first.value, error: first.error)
    }
    var sum = PieceSum(first)
    while sum.error > tolerance(for: sum.value) {
      let worst = try sum.removeWorst(of: self, from: lower, to: upper)
      let middle = 0.5 * (worst.lower + worst.upper)
      let left = try piece(from: worst.lower, to: middle, along: axis, f)
      let right = try piece(from: middle, to: worst.upper, along: axis, f)
      sum.add(left, right, replacing: worst)
    }
    return sum.estimate
  }

  /// The error that is good enough for a result.
  @inlinable
  func tolerance(for value: Double) -> Double {
    max(absoluteError, relativeError * value.magnitude)
  }

  @inlinable
  func piece(
    from lower: Double, to upper: Double, along axis: some AxisMap,
    _ f: (Double) throws -> Double
  ) throws -> Piece {
    let result = try GaussKronrod21.apply(from: lower, to: upper) { (u: Double) throws in
      try f(axis.place(at: u)) * axis.stretch(at: u)
    }
    if let fault = result.notFinite {
      throw AdaptiveGaussKronrod.notFinite(fault.value, at: axis.place(at: fault.at))
    }
    return Piece(
      lower: lower, upper: upper, value: result.value, error: result.error,
      magnitude: result.magnitude)
  }

  @inlinable
  func checkSettings(
    _ lower: Double, _ upper: Double, _ start: Double, _ end: Double
  ) throws(NumericsError) {
    if relativeError >= 1e-14 || absoluteError > 0, start.isFinite, end.isFinite { return }
    throw refusal(lower, upper)
  }

  @usableFromInline
  func refusal(_ lower: Double, _ upper: Double) -> NumericsError {
    let problem = "no integral from \(lower) to \(upper)"
    if relativeError >= 1e-14 || absoluteError > 0 {
      return NumericsError(
        problem, .invalidArgument("the ends are not on the axis"),
        suggestion: "give ends where the axis is defined")
    }
    return NumericsError(
      problem, .invalidArgument("relativeError=\(relativeError) is below 1e-14"),
      suggestion: "ask for relativeError of at least 1e-14, or for an absoluteError above 0")
  }

  @usableFromInline
  static func notFinite(_ value: Double, at x: Double) -> NumericsError {
    NumericsError(
      "no integral", .notFinite(value: .init(value), at: [x]),
      suggestion: "check the integrand there, or end the range at the point")
  }
}
