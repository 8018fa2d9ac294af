// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Finds a local minimum of a function of several variables with Nelder and Mead's simplex.
///
/// Needs no derivative and bears a function that is rough; slow beyond ten variables. Ends where
/// the average distance of the corners from their centre is below `size`.
///
/// - Parameters:
///   - start: Where to start.
///   - steps: The first steps along each variable, which set the scales; none may be zero.
///   - size: The size of the last simplex, in the unit of the variables.
///   - maximumIterations: The number of steps after which the search gives up.
///   - f: The function. It may throw; its error comes out unchanged.
/// - Returns: The place of the minimum and the value there.
/// - Throws: ``NumericsError`` where the search does not end or f is not finite, and whatever f
///   throws.
/// - Source: Nelder1965simplex
public func minimiseBySimplex(
  startingAt start: [Double], steps: [Double], size: Double = 1e-8,
  maximumIterations: Int = 10_000, _ f: (Span<Double>) throws -> Double
) throws -> PointMinimum {
  let problem = { "no minimum found from \(start)" }
  guard start.count == steps.count, !start.isEmpty, size > 0,
    start.allSatisfy(\.isFinite), steps.allSatisfy({ $0.isFinite && $0 != 0 })
  else {
    throw NumericsError(
      problem(),
      .invalidArgument("start and steps must be finite, of equal count, and no step zero"))
  }
  return try PointCallback.lend(f, problem: problem) { context in
    let solver = try GSLEntry.allocated(
      gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, start.count),
      "gsl_multimin_fminimizer_alloc")
    defer { gsl_multimin_fminimizer_free(solver) }
    var function = gsl_multimin_function(f: evaluateVector, n: start.count, params: context)
    // GSL keeps the address of the function, so it has to hold still while the solver lives.
    return try withUnsafeMutablePointer(to: &function) { function in
      let status = start.withGSLVector { start in
        steps.withGSLVector { gsl_multimin_fminimizer_set(solver, function, start, $0) }
      }
      try GSLEntry.check(status, "gsl_multimin_fminimizer_set", problem: problem)
      for iteration in 1...max(1, maximumIterations) {
        let status = gsl_multimin_fminimizer_iterate(solver)
        if let failure = context.pointee.failure { throw failure.error(problem()) }
        try GSLEntry.check(status, "gsl_multimin_fminimizer_iterate", problem: problem)
        if gsl_multimin_fminimizer_size(solver) <= size {
          return PointMinimum(
            point: Array(solver.pointee.x.pointee.elements), value: solver.pointee.fval,
            iterations: iteration)
        }
      }
      throw NumericsError(
        problem(), .noConvergence("\(maximumIterations) iterations did not suffice"),
        suggestion: "start closer, scale the variables, or ask for a larger size")
    }
  }
}

/// Evaluates a point closure for GSL's minimisers.
func evaluateVector(
  _ point: UnsafePointer<gsl_vector>?, _ raw: UnsafeMutableRawPointer?
) -> Double {
  guard let point, let raw else { return .nan }
  return PointCallback.evaluate(
    UnsafeBufferPointer(point.pointee.elements), raw.assumingMemoryBound(to: PointCallback.self))
}
