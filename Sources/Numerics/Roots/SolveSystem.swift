// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Solves n equations in n unknowns, f(x) = 0, by Powell's hybrid method with scaling.
///
/// The derivatives are taken by differences. The search stops where the sum of abs(f) falls below
/// `residual`, so scale the equations to a common size.
///
/// - Parameters:
///   - start: Where to start, one number for each unknown.
///   - residual: The sum of abs(f) that is good enough, in the unit of f.
///   - maximumIterations: The number of steps after which the search gives up.
///   - f: Fills its second argument with the n values at the first. It may throw; its error comes
///     out unchanged.
/// - Returns: The unknowns.
/// - Throws: ``NumericsError`` where the search gets stuck or f is not finite, and whatever f
///   throws.
/// - Source: Powell1970hybrid
public func solveSystem(
  startingAt start: [Double], residual: Double = 1e-10, maximumIterations: Int = 500,
  _ f: (Span<Double>, inout MutableSpan<Double>) throws -> Void
) throws -> [Double] {
  let problem = { "no solution of the system found from \(start)" }
  guard !start.isEmpty, start.allSatisfy(\.isFinite), residual > 0 else {
    throw NumericsError(
      problem(), .invalidArgument("the start must be finite and residual=\(residual) positive"))
  }
  return try SystemCallback.lend(f, problem: problem) { context in
    let solver = try GSLEntry.allocated(
      gsl_multiroot_fsolver_alloc(gsl_multiroot_fsolver_hybrids, start.count),
      "gsl_multiroot_fsolver_alloc")
    defer { gsl_multiroot_fsolver_free(solver) }
    var function = gsl_multiroot_function(f: evaluateSystem, n: start.count, params: context)
    // GSL keeps the address of the function, so it has to hold still while the solver lives.
    return try withUnsafeMutablePointer(to: &function) { function in
      let status = start.withGSLVector { gsl_multiroot_fsolver_set(solver, function, $0) }
      try GSLEntry.check(status, "gsl_multiroot_fsolver_set", problem: problem)
      for _ in 0..<maximumIterations {
        if gsl_multiroot_test_residual(solver.pointee.f, residual) == Int32(GSL_SUCCESS) { break }
        try GSLEntry.check(
          gsl_multiroot_fsolver_iterate(solver), "gsl_multiroot_fsolver_iterate",
          suggestion: { _ in "start elsewhere, or scale the equations to a common size" },
          problem: problem)
      }
      try GSLEntry.check(
        gsl_multiroot_test_residual(solver.pointee.f, residual), "gsl_multiroot_test_residual",
        suggestion: { _ in "start elsewhere, or allow more iterations" }, problem: problem)
      return Array(solver.pointee.x.pointee.elements)
    }
  }
}

private func evaluateSystem(
  _ point: UnsafePointer<gsl_vector>?, _ raw: UnsafeMutableRawPointer?,
  _ output: UnsafeMutablePointer<gsl_vector>?
) -> Int32 {
  guard let point, let raw, let output else { return Int32(GSL_EFAULT) }
  let isDone = SystemCallback.evaluate(
    UnsafeBufferPointer(point.pointee.elements), into: output.pointee.elements,
    raw.assumingMemoryBound(to: SystemCallback.self))
  return Int32(isDone ? GSL_SUCCESS : GSL_EBADFUNC)
}
