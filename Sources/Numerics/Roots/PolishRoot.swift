// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Improves a root by Newton's method from a function and its derivative.
///
/// Converges quadratically near a simple root and may run away far from one: find the root with
/// ``findRoot(from:to:relativeError:absoluteError:maximumIterations:_:)`` first where in doubt.
///
/// - Parameters:
///   - start: Where to start.
///   - relativeError: The last step as a fraction of the root.
///   - absoluteError: The last step in the unit of x.
///   - maximumIterations: The number of steps after which the search gives up.
///   - f: The function and its derivative. It may throw; its error comes out unchanged.
/// - Returns: The root, with the size of the last step as its error.
/// - Throws: ``NumericsError`` where a step is impossible, and whatever f throws.
public func polishRoot(
  near start: Double, relativeError: Double = 1e-14, absoluteError: Double = 0,
  maximumIterations: Int = 50, _ f: (Double) throws -> (value: Double, derivative: Double)
) throws -> Estimate {
  func problem() -> String { "no root near \(start)" }
  var root = start
  var step = Double.infinity
  for _ in 0..<maximumIterations {
    let (value, derivative) = try f(root)
    guard value.isFinite, derivative.isFinite else {
      throw NumericsError(
        problem(), .notFinite(value: .init(value.isFinite ? derivative : value), at: [root]),
        suggestion: "start closer to the root")
    }
    if value == 0 { return Estimate(value: root, error: 0) }
    guard derivative != 0 else {
      throw NumericsError(
        problem(), .noConvergence("the derivative vanishes at \(root)"),
        suggestion: "start closer to the root, or use findRoot within a bracket")
    }
    step = value / derivative
    root -= step
    // Rounding of f leaves steps of a few last places, which cannot shrink further.
    let tolerance = absoluteError + max(relativeError, 4 * Double.ulpOfOne) * root.magnitude
    if step.magnitude <= tolerance { return Estimate(value: root, error: step.magnitude) }
  }
  throw NumericsError(
    problem(), .noConvergence("\(maximumIterations) iterations did not suffice"),
    partial: Estimate(value: root, error: step.magnitude),
    suggestion: "use findRoot within a bracket, or give an absoluteError")
}
