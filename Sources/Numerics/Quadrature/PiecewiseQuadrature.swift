// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// GSL's adaptive rules over a split range, finite or not.
struct PiecewiseQuadrature {
  let range: SplitRange
  let relativeError: Double
  let absoluteError: Double

  /// The subdivisions after which GSL gives up.
  private static let limit = 2000

  /// The intervals that CQUAD keeps; it drops the least important beyond them.
  private static let doublyAdaptiveIntervals = 400

  private typealias Function = UnsafeMutablePointer<gsl_function>

  /// Extrapolation, and plain halving where extrapolation sees a divergence that is none.
  func extrapolateOrHalve(_ loan: inout ScalarCallback.Loan) throws -> Estimate {
    do {
      return try extrapolate(&loan)
    } catch let error as NumericsError {
      guard case .status(let status, _) = error.cause, !loan.hasFailed, status != .badTolerance,
        let result = try? halve(&loan)
      else { throw error }
      return result
    }
  }

  /// QAGP between the finite ends, QAGI, QAGIL and QAGIU for the tails.
  private func extrapolate(_ loan: inout ScalarCallback.Loan) throws -> Estimate {
    let limit = PiecewiseQuadrature.limit
    let workspace = try GSLEntry.allocated(
      gsl_integration_workspace_alloc(limit), "gsl_integration_workspace_alloc")
    defer { gsl_integration_workspace_free(workspace) }
    let finite = range.ends.filter(\.isFinite)
    let (first, last) = (range.ends.first ?? 0, range.ends.last ?? 0)
    let tails = (first.isFinite ? 0 : 1) + (last.isFinite ? 0 : 1)
    let share = absoluteError / Double(finite.isEmpty ? 1 : tails + (finite.count > 1 ? 1 : 0))
    var sum = Estimate(value: 0, error: 0)
    if finite.isEmpty {
      sum = try term(&loan, "gsl_integration_qagi") { function, value, error in
        gsl_integration_qagi(
          function, share, relativeError, limit, workspace, &value, &error)
      }
    }
    if finite.count > 1 {
      sum = try term(&loan, "gsl_integration_qagp") { function, value, error in
        var ends = finite
        return gsl_integration_qagp(
          function, &ends, ends.count, share, relativeError, limit, workspace, &value, &error)
      }
    }
    if let end = finite.first, !first.isFinite {
      sum =
        try sum
        + term(&loan, "gsl_integration_qagil") { function, value, error in
          gsl_integration_qagil(
            function, end, share, relativeError, limit, workspace, &value, &error)
        }
    }
    if let end = finite.last, !last.isFinite {
      sum =
        try sum
        + term(&loan, "gsl_integration_qagiu") { function, value, error in
          gsl_integration_qagiu(
            function, end, share, relativeError, limit, workspace, &value, &error)
        }
    }
    return try checked(sum)
  }

  /// The native rule without extrapolation, which a narrow peak does not deceive.
  private func halve(_ loan: inout ScalarCallback.Loan) throws -> Estimate {
    // Through the callback, so that a failure of the closure is kept like any other.
    let function = loan.function
    let integrator = AdaptiveGaussKronrod(
      relativeError: max(relativeError, 1e-14),
      absoluteError: absoluteError / Double(range.ends.count - 1),
      maximumPieces: PiecewiseQuadrature.limit)
    var sum = Estimate(value: 0, error: 0)
    for (start, end) in zip(range.ends, range.ends.dropFirst()) {
      sum =
        try sum
        + integrator.integrate(from: start, to: end) {
          function.function($0, function.params)
        }
    }
    return try checked(sum)
  }

  /// CQUAD over each piece; infinite ends are mapped to a finite parameter first.
  func adaptDoubly(_ loan: inout ScalarCallback.Loan) throws -> Estimate {
    let workspace = try GSLEntry.allocated(
      gsl_integration_cquad_workspace_alloc(PiecewiseQuadrature.doublyAdaptiveIntervals),
      "gsl_integration_cquad_workspace_alloc")
    defer { gsl_integration_cquad_workspace_free(workspace) }
    let share = absoluteError / Double(range.ends.count - 1)
    let body = loan.context.pointee.body
    var sum = Estimate(value: 0, error: 0)
    for (start, end) in zip(range.ends, range.ends.dropFirst()) {
      func piece(_ from: Double, _ to: Double, _ function: @escaping (Double) throws -> Double)
        throws -> Estimate
      {
        try ScalarCallback.lend(function, problem: { range.problem }) { loan in
          loan.context.pointee.tolerated = (from, to)
          return try term(&loan, "gsl_integration_cquad") { function, value, error in
            gsl_integration_cquad(
              function, from, to, share, relativeError, workspace, &value, &error, nil)
          }
        }
      }
      func mapped(_ axis: some AxisMap, from: Double, sign: Double = 1) throws -> Estimate {
        try piece(from, 1) { u in
          let x = axis.place(at: u)
          return x.isFinite ? try body(sign * x) * axis.stretch(at: u) : 0
        }
      }
      switch (start.isFinite, end.isFinite) {
      case (true, true): sum = try sum + piece(start, end, body)
      case (true, false): sum = try sum + mapped(HalfInfiniteAxis(origin: start), from: 0)
      case (false, true):
        sum = try sum + mapped(HalfInfiniteAxis(origin: -end), from: 0, sign: -1)
      case (false, false): sum = try sum + mapped(InfiniteAxis(), from: -1)
      }
    }
    return try checked(sum)
  }

  private func term(
    _ loan: inout ScalarCallback.Loan, _ routine: String,
    _ call: (Function, inout Double, inout Double) -> Int32
  ) throws -> Estimate {
    var (value, error) = (0.0, 0.0)
    let status = call(&loan.function, &value, &error)
    try loan.rethrow { range.problem }
    let partial = Estimate(value: value, error: error)
    try GSLEntry.check(
      status, routine, partial: value.isFinite ? partial : nil, suggestion: advice
    ) { range.problem }
    return partial
  }

  private func checked(_ sum: Estimate) throws(NumericsError) -> Estimate {
    let tolerance = max(absoluteError, relativeError * sum.value.magnitude)
    guard sum.error > tolerance * (1 + 1e-9) else { return sum }
    throw NumericsError(
      range.problem, .noConvergence("the error exceeds the tolerance \(tolerance)"), partial: sum,
      suggestion: "give an absoluteError, or name the difficult places in points")
  }

  private func advice(_ status: GSLStatus) -> String {
    switch status {
    case .divergent, .singular, .maximumIterations:
      "check that the integral exists; name its singular places and peaks in points"
    case .roundoff: "give an absoluteError, or ask for less"
    case .badTolerance: "ask for relativeError of at least 1e-13, or for an absoluteError above 0"
    default: ""
    }
  }
}
