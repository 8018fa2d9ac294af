// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A Gauss-Legendre rule as a value: nodes and weights in contiguous arrays, for hot loops.
///
/// With n points it is exact for polynomials of degree 2n - 1. Make it once, use it often; the
/// closure is compiled into the loop.
///
/// Nodes are good to 1e-16 and weights to 1e-14 of themselves. GSL's tables hold 20 sizes; its
/// weights for other sizes are good to 1e-10 only, so the rule is computed here, in the distance
/// 1 - x from the end, which keeps the digits of the outermost weights.
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

  /// Makes the rule with the given number of points, 1 to 1024.
  public init(points: Int) throws(NumericsError) {
    guard (1...1024).contains(points) else {
      throw NumericsError(
        "no Gauss-Legendre rule", .invalidArgument("points=\(points) must be 1 to 1024"),
        suggestion: "use an adaptive integral where 1024 points do not suffice")
    }
    var nodes = [Double](repeating: 0, count: points)
    var weights = nodes
    for index in 0..<(points + 1) / 2 {
      let (distance, weight) = GaussLegendreRule.outermost(index, of: points)
      nodes[index] = distance - 1
      nodes[points - 1 - index] = 1 - distance
      weights[index] = weight
      weights[points - 1 - index] = weight
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// The distance of a node from the end of the range, counted from the end, and its weight.
  private static func outermost(_ index: Int, of points: Int) -> (distance: Double, weight: Double)
  {
    if 2 * index + 1 == points { return (1, weight(points, at: 1).weight) }
    let angle = Double.pi * (Double(index) + 0.75) / (Double(points) + 0.5)
    var distance = 2 * sin(0.5 * angle) * sin(0.5 * angle)
    // The guess is so close that Newton's steps settle within five.
    for _ in 0..<10 {
      let step = weight(points, at: distance).step
      distance += step
      if step.magnitude <= 2 * Double.ulpOfOne * distance { break }
    }
    return (distance, weight(points, at: distance).weight)
  }

  /// Newton's step for the root of P_n(1 - s), and the weight 2 s (2 - s) / ((1 - x^2) P_n')^2.
  ///
  /// The recurrence runs in differences, D_k = P_k - P_(k-1):
  /// (k + 1) D_(k+1) = k D_k - (2k + 1) s P_k, and (1 - x^2) P_n' = n (s P_n - D_n).
  private static func weight(_ n: Int, at s: Double) -> (step: Double, weight: Double) {
    var value = 1.0
    var difference = 0.0
    for k in 0..<n {
      let order = Double(k)
      difference = (order * difference - (2 * order + 1) * s * value) / (order + 1)
      value += difference
    }
    let slope = Double(n) * (s * value - difference)
    let complement = s * (2 - s)
    return (value * complement / slope, 2 * complement / (slope * slope))
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
      let (x, stretch) = axis.placeAndStretch(at: u)
      sum += weights[index] * stretch * (try f(x))
    }
    return half * sum
  }
}
