// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Finds a minimum of f between two ends by Brent's method.
///
/// The function needs a minimum inside the range, lower than both ends; scans of 2 to 128 steps
/// look for a place to start. Of several minima it finds one. By the nature of a minimum the place
/// cannot be known to better than about 1e-8 of the scale over which f doubles.
///
/// - Parameters:
///   - lower: The lower end.
///   - upper: The upper end, above the lower one.
///   - relativeError: The width of the last bracket as a fraction of the place.
///   - absoluteError: The width of the last bracket in the unit of x.
///   - maximumIterations: The number of steps after which the search gives up.
///   - f: The function. It may throw; its error comes out unchanged.
/// - Returns: The place of the minimum and the value there.
/// - Throws: ``NumericsError`` where no minimum lies inside or f is not finite, and whatever f
///   throws.
/// - Source: Brent1973algorithms, chapter 5
public func minimise(
  from lower: Double, to upper: Double, relativeError: Double = 1e-7,
  absoluteError: Double = 0, maximumIterations: Int = 200, _ f: (Double) throws -> Double
) throws -> Minimum {
  let problem = { "no minimum between \(lower) and \(upper)" }
  guard lower < upper, (upper - lower).isFinite, max(relativeError, absoluteError) > 0 else {
    throw NumericsError(
      problem(), .invalidArgument("the range must ascend and be finite, a tolerance be positive"))
  }
  return try ScalarCallback.lend(f, problem: problem) { loan in
    let (guess, step) = try lowestInside(lower, upper, &loan, problem)
    let solver = try GSLEntry.allocated(
      gsl_min_fminimizer_alloc(gsl_min_fminimizer_brent), "gsl_min_fminimizer_alloc")
    defer { gsl_min_fminimizer_free(solver) }
    let status = gsl_min_fminimizer_set(
      solver, &loan.function, guess, max(lower, guess - step), min(upper, guess + step))
    try loan.rethrow(problem)
    try GSLEntry.check(status, "gsl_min_fminimizer_set", problem: problem)
    for _ in 0..<maximumIterations {
      let status = gsl_min_fminimizer_iterate(solver)
      try loan.rethrow(problem)
      try GSLEntry.check(status, "gsl_min_fminimizer_iterate", problem: problem)
      let place = gsl_min_fminimizer_x_minimum(solver)
      let width = gsl_min_fminimizer_x_upper(solver) - gsl_min_fminimizer_x_lower(solver)
      if width <= absoluteError + relativeError * place.magnitude {
        return Minimum(
          place: Estimate(value: place, error: 0.5 * width),
          value: gsl_min_fminimizer_f_minimum(solver))
      }
    }
    throw NumericsError(
      problem(), .noConvergence("\(maximumIterations) iterations did not suffice"),
      partial: Estimate(
        value: gsl_min_fminimizer_x_minimum(solver),
        error: gsl_min_fminimizer_x_upper(solver) - gsl_min_fminimizer_x_lower(solver)),
      suggestion: "give an absoluteError; a minimum at zero needs one")
  }
}

/// The lowest point of ever finer scans that lies below both its neighbours, and the step.
private func lowestInside(
  _ lower: Double, _ upper: Double, _ loan: inout ScalarCallback.Loan, _ problem: () -> String
) throws -> (place: Double, step: Double) {
  var steps = 2
  while steps <= 128 {
    let step = (upper - lower) / Double(steps)
    var values: [Double] = []
    for index in 0...steps {
      let x = index == steps ? upper : lower + Double(index) * step
      values.append(loan.function.function(x, loan.function.params))
      try loan.rethrow(problem)
    }
    var best: Int?
    for index in 1..<steps
    where values[index] < values[index - 1] && values[index] < values[index + 1] {
      if values[index] < values[best ?? index] || best == nil { best = index }
    }
    if let best { return (lower + Double(best) * step, step) }
    steps *= 2
  }
  throw NumericsError(
    problem(), .noConvergence("no point of a scan is lower than both its neighbours"),
    suggestion: "the minimum may sit at an end of the range; widen it, or compare the ends")
}
