// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Finds a local minimum of a smooth function with a given gradient by the method of Broyden,
/// Fletcher, Goldfarb and Shanno.
///
/// Ends where the length of the gradient falls below `gradientSize`, so scale the variables to a
/// common size.
///
/// - Parameters:
///   - start: Where to start.
///   - firstStep: The length of the first step, in the unit of the variables.
///   - gradientSize: The length of the gradient that counts as zero.
///   - maximumIterations: The number of steps after which the search gives up.
///   - gradient: Fills its second argument with the derivatives at the first.
///   - f: The function. It may throw; its error comes out unchanged.
/// - Returns: The place of the minimum and the value there.
/// - Throws: ``NumericsError`` where the search gets stuck or a value is not finite, and whatever
///   the closures throw.
/// - Source: Fletcher1987optimization, section 2.6
public func minimiseByGradient(
  startingAt start: [Double], firstStep: Double = 0.1, gradientSize: Double = 1e-6,
  maximumIterations: Int = 1000,
  gradient: (Span<Double>, inout MutableSpan<Double>) throws -> Void,
  _ f: (Span<Double>) throws -> Double
) throws -> PointMinimum {
  let problem = { "no minimum found from \(start)" }
  guard !start.isEmpty, start.allSatisfy(\.isFinite), firstStep > 0, gradientSize > 0 else {
    throw NumericsError(
      problem(),
      .invalidArgument("start must be finite, firstStep and gradientSize be positive"))
  }
  return try GradientCallback.lend(f, gradient, problem: problem) { context in
    let solver = try GSLEntry.allocated(
      gsl_multimin_fdfminimizer_alloc(gsl_multimin_fdfminimizer_vector_bfgs2, start.count),
      "gsl_multimin_fdfminimizer_alloc")
    defer { gsl_multimin_fdfminimizer_free(solver) }
    var function = gsl_multimin_function_fdf(
      f: evaluateValue, df: evaluateGradient, fdf: evaluateValueAndGradient, n: start.count,
      params: context)
    // GSL keeps the address of the function, so it has to hold still while the solver lives.
    return try withUnsafeMutablePointer(to: &function) { function in
      let status = start.withGSLVector {
        gsl_multimin_fdfminimizer_set(solver, function, $0, firstStep, 0.1)
      }
      var descent = GradientDescent(solver: solver, gradientSize: gradientSize)
      try GSLEntry.check(status, "gsl_multimin_fdfminimizer_set", problem: problem)
      for iteration in 0..<max(1, maximumIterations) {
        if let failure = context.pointee.failure { throw failure.error(problem()) }
        if descent.isAtMinimum {
          return PointMinimum(
            point: Array(solver.pointee.x.pointee.elements), value: solver.pointee.f,
            iterations: iteration)
        }
        try descent.step(problem)
      }
      throw NumericsError(
        problem(), .noConvergence("\(maximumIterations) iterations did not suffice"),
        suggestion: "start closer, scale the variables, or ask for a larger gradientSize")
    }
  }
}

/// Finds a local minimum of a smooth function, with the gradient taken by central differences.
///
/// The differences are good to about 1e-10 of the function over the scale of the variables; a
/// gradientSize below that cannot be reached.
///
/// - Parameters:
///   - start: Where to start.
///   - firstStep: The length of the first step, which is the scale of variables that are zero.
///   - gradientSize: The length of the gradient that counts as zero.
///   - maximumIterations: The number of steps after which the search gives up.
///   - f: The function. It may throw; its error comes out unchanged.
/// - Returns: The place of the minimum and the value there.
/// - Throws: ``NumericsError`` where the search gets stuck or f is not finite, and whatever f
///   throws.
public func minimiseByGradient(
  startingAt start: [Double], firstStep: Double = 0.1, gradientSize: Double = 1e-6,
  maximumIterations: Int = 1000, _ f: (Span<Double>) throws -> Double
) throws -> PointMinimum {
  var probe = start
  // The step that balances rounding against the third derivative.
  let fraction = 6e-6
  return try minimiseByGradient(
    startingAt: start, firstStep: firstStep, gradientSize: gradientSize,
    maximumIterations: maximumIterations,
    gradient: { point, gradient in
      for index in probe.indices { probe[index] = point[index] }
      for index in probe.indices {
        let step = fraction * max(point[index].magnitude, firstStep)
        probe[index] = point[index] + step
        let above = try f(probe.span)
        probe[index] = point[index] - step
        let below = try f(probe.span)
        gradient[index] = (above - below) / (2 * step)
        probe[index] = point[index]
      }
    }, f)
}

/// The steps of GSL's minimiser, restarted once where it sees no progress.
private struct GradientDescent {
  let solver: UnsafeMutablePointer<gsl_multimin_fdfminimizer>
  let gradientSize: Double
  var isFresh = true

  init(solver: UnsafeMutablePointer<gsl_multimin_fdfminimizer>, gradientSize: Double) {
    self.solver = solver
    self.gradientSize = gradientSize
  }

  var isAtMinimum: Bool {
    gsl_multimin_test_gradient(solver.pointee.gradient, gradientSize) == Int32(GSL_SUCCESS)
  }

  mutating func step(_ problem: () -> String) throws {
    let status = gsl_multimin_fdfminimizer_iterate(solver)
    if status == Int32(GSL_ENOPROG) && !isFresh {
      // A restart forgets the curvature learnt so far and tries the steepest descent.
      isFresh = true
      gsl_multimin_fdfminimizer_restart(solver)
      return
    }
    isFresh = false
    if isAtMinimum { return }
    try GSLEntry.check(
      status, "gsl_multimin_fdfminimizer_iterate",
      suggestion: { _ in "scale the variables, or ask for a larger gradientSize" },
      problem: problem)
  }
}
