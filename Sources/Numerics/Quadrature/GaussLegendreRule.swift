// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// A Gauss-Legendre rule as a value: nodes and weights in contiguous arrays, for hot loops.
///
/// With n points it is exact for polynomials of degree 2n - 1. Make it once, use it often; the
/// closure is compiled into the loop. Nodes and weights are good to 1e-15.
///
/// ```swift
/// let rule = try GaussLegendreRule(points: 16)
/// let area = rule.integrate(from: 0, to: 1) { x in x * x }
/// let decade = rule.integrate(from: 1e-3, to: 1, along: LogarithmicAxis()) { x in 1 / x }
/// ```
///
/// - Source: AbramowitzStegun1964, equation 25.4.29
public struct GaussLegendreRule: Sendable {
  /// The nodes on -1 < x < 1, ascending.
  public let nodes: [Double]

  /// The weights that belong to the nodes; they add up to 2.
  public let weights: [Double]

  /// Makes the rule with the given number of points, 1 to 4096.
  public init(points: Int) throws(NumericsError) {
    guard (1...4096).contains(points) else {
      throw NumericsError(
        "no Gauss-Legendre rule", .invalidArgument("points=\(points) must be 1 to 4096"),
        suggestion: "use an adaptive integral where 4096 points do not suffice")
    }
    let table = try GSLEntry.allocated(
      gsl_integration_glfixed_table_alloc(points), "gsl_integration_glfixed_table_alloc")
    defer { gsl_integration_glfixed_table_free(table) }
    var nodes = [Double](repeating: 0, count: points)
    var weights = nodes
    for index in 0..<points {
      let status = gsl_integration_glfixed_point(
        -1, 1, index, &nodes[index], &weights[index], table)
      try GSLEntry.check(status, "gsl_integration_glfixed_point") {
        "no Gauss-Legendre rule of \(points) points"
      }
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// Integrates f between two finite ends.
  @inlinable
  public func integrate<Failure: Error>(
    from lower: Double, to upper: Double, _ f: (Double) throws(Failure) -> Double
  ) throws(Failure) -> Double {
    try integrate(from: lower, to: upper, along: LinearAxis(), f)
  }

  /// Integrates f between two ends in the variable of the given axis.
  ///
  /// The ends may be infinite where the axis carries them to finite parameters.
  @inlinable
  public func integrate<Failure: Error>(
    from lower: Double, to upper: Double, along axis: some AxisMap,
    _ f: (Double) throws(Failure) -> Double
  ) throws(Failure) -> Double {
    let start = axis.parameter(at: lower)
    let end = axis.parameter(at: upper)
    let centre = 0.5 * (start + end)
    let half = 0.5 * (end - start)
    var sum = 0.0
    for index in nodes.indices {
      let u = centre + half * nodes[index]
      sum += weights[index] * axis.stretch(at: u) * (try f(axis.place(at: u)))
    }
    return half * sum
  }
}
