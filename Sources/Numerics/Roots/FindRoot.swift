// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Finds the root of f between two ends where it has opposite signs, by Brent's method.
///
/// The result is within `absoluteError + relativeError * abs(root)` of a change of sign. The order
/// of the ends does not matter.
///
/// - Parameters:
///   - lower: One end.
///   - upper: The other end.
///   - relativeError: The width of the last bracket as a fraction of the root.
///   - absoluteError: The width of the last bracket in the unit of x, needed for a root at zero.
///   - maximumIterations: The number of steps after which the search gives up.
///   - f: The function. It may throw; its error comes out unchanged.
/// - Returns: The root, with the width of the last bracket as its error.
/// - Throws: ``NumericsError`` where the signs are equal or f is not finite, and whatever f throws.
/// - Source: Brent1973algorithms, chapter 4
public func findRoot(
  from lower: Double, to upper: Double, relativeError: Double = 1e-12,
  absoluteError: Double = 0, maximumIterations: Int = 200, _ f: (Double) throws -> Double
) throws -> Estimate {
  let bracket = Bracket(lower, upper)
  let problem = { "no root between \(bracket.lower) and \(bracket.upper)" }
  guard lower.isFinite, upper.isFinite, relativeError >= 0, absoluteError >= 0 else {
    throw NumericsError(
      problem(), .invalidArgument("the ends must be finite and the tolerances not below zero"))
  }
  return try ScalarCallback.lend(f, problem: problem) { loan in
    for end in [bracket.lower, bracket.upper] {
      let value = loan.function.function(end, loan.function.params)
      try loan.rethrow(problem)
      if value == 0 { return Estimate(value: end, error: 0) }
    }
    let solver = try GSLEntry.allocated(
      gsl_root_fsolver_alloc(gsl_root_fsolver_brent), "gsl_root_fsolver_alloc")
    defer { gsl_root_fsolver_free(solver) }
    let status = gsl_root_fsolver_set(solver, &loan.function, bracket.lower, bracket.upper)
    try loan.rethrow(problem)
    try GSLEntry.check(
      status, "gsl_root_fsolver_set",
      suggestion: { _ in "give ends where the function has opposite signs; see findBracket" },
      problem: problem)
    for _ in 0..<maximumIterations {
      let status = gsl_root_fsolver_iterate(solver)
      try loan.rethrow(problem)
      try GSLEntry.check(status, "gsl_root_fsolver_iterate", problem: problem)
      let root = gsl_root_fsolver_root(solver)
      let width = gsl_root_fsolver_x_upper(solver) - gsl_root_fsolver_x_lower(solver)
      let tolerance = absoluteError + max(relativeError, 2 * Double.ulpOfOne) * root.magnitude
      if width <= tolerance { return Estimate(value: root, error: width) }
    }
    throw NumericsError(
      problem(), .noConvergence("\(maximumIterations) iterations did not suffice"),
      partial: Estimate(
        value: gsl_root_fsolver_root(solver),
        error: gsl_root_fsolver_x_upper(solver) - gsl_root_fsolver_x_lower(solver)),
      suggestion: "give an absoluteError; a root at zero needs one")
  }
}
