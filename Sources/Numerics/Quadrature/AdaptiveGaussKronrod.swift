// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// An adaptive integrator for smooth functions that specialises on the closure it is given.
///
/// The piece with the largest error is halved until the error of the sum meets the tolerance. The
/// integrand is compiled into the loop, so a cheap one costs a fraction of what it costs through C;
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
  @inlinable @inline(__always)
  public func integrate(
    from lower: Double, to upper: Double, _ f: (Double) throws -> Double
  ) throws -> Estimate {
    // Inlined always, for only then the compiler specialises the loop on the closure.
    lower.isFinite && upper.isFinite
      ? try integrate(from: lower, to: upper, along: LinearAxis(), f)
      : try integrateUnbounded(from: lower, to: upper, f)
  }

  /// Integrates f from `lower` to `upper` in the variable of the given axis.
  ///
  /// - Throws: ``NumericsError`` where the tolerance is not met or f is not finite, and whatever
  ///   f throws.
  @inlinable @inline(__always)
  public func integrate(
    from lower: Double, to upper: Double, along axis: some AxisMap,
    _ f: (Double) throws -> Double
  ) throws -> Estimate {
    let start = axis.parameter(at: lower)
    let end = axis.parameter(at: upper)
    try checkSettings(lower, upper, start, end)
    if start == end { return Estimate(value: 0, error: 0) }
    var sum = PieceSum(from: start, to: end)
    while let next = try sum.next(for: self, from: lower, to: upper) {
      sum.add(try piece(from: next.lower, to: next.upper, along: axis, f))
    }
    return sum.estimate
  }

  /// Maps infinite ends to a finite parameter.
  @usableFromInline
  func integrateUnbounded(
    from lower: Double, to upper: Double, _ f: (Double) throws -> Double
  ) throws -> Estimate {
    if lower > upper { return try -1 * integrateUnbounded(from: upper, to: lower, f) }
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

  /// The error that is good enough for a result.
  func tolerance(for value: Double) -> Double {
    max(absoluteError, relativeError * value.magnitude)
  }

  @inlinable @inline(__always)
  func piece(
    from lower: Double, to upper: Double, along axis: some AxisMap,
    _ f: (Double) throws -> Double
  ) throws -> Piece {
    let result = try GaussKronrod21.apply(from: lower, to: upper) { (u: Double) throws in
      let (x, stretch) = axis.placeAndStretch(at: u)
      return try f(x) * stretch
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
