// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// On which side of a point a derivative may call its function.
public enum DifferenceSide: Hashable, Sendable {
  /// On both sides; the most accurate.
  case both
  /// At and above the point.
  case above
  /// At and below the point.
  case below
}

/// Estimates the derivative of f at a point from differences of decreasing step.
///
/// - Parameters:
///   - x: The point.
///   - step: The first step, about a tenth of the scale over which f bends; the routine shortens it
///     as it sees fit.
///   - side: Where f may be called.
///   - f: The function. It may throw; its error comes out unchanged.
/// - Returns: The derivative with an error from truncation and rounding.
/// - Throws: ``NumericsError`` for a bad step or where f is not finite, and whatever f throws.
public func differentiate(
  at x: Double, step: Double, side: DifferenceSide = .both, _ f: (Double) throws -> Double
) throws -> Estimate {
  let problem = { "no derivative at \(x)" }
  guard x.isFinite, step > 0, x + step != x, (x + step).isFinite else {
    throw NumericsError(
      problem(), .invalidArgument("x must be finite, step=\(step) positive and felt by x"))
  }
  return try ScalarCallback.lend(f, problem: problem) { loan in
    var (value, error) = (0.0, 0.0)
    let status =
      switch side {
      case .both: gsl_deriv_central(&loan.function, x, step, &value, &error)
      case .above: gsl_deriv_forward(&loan.function, x, step, &value, &error)
      case .below: gsl_deriv_backward(&loan.function, x, step, &value, &error)
      }
    try loan.rethrow(problem)
    try GSLEntry.check(status, "gsl_deriv", problem: problem)
    return Estimate(value: value, error: error)
  }
}
