// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A fixed rule in several dimensions: the product of one Gauss-Legendre rule a dimension.
///
/// The number of evaluations is the product of the points, so it fits up to four dimensions or so;
/// beyond, see ``MonteCarloIntegrator``. The point is lent as a span; nothing is allocated per
/// evaluation.
public struct ProductRule: Sendable {
  /// The rule along each dimension.
  public let rules: [GaussLegendreRule]

  /// Joins one rule a dimension.
  public init(_ rules: [GaussLegendreRule]) { self.rules = rules }

  /// Makes the rule with the given number of points along each dimension.
  public init(points: [Int]) throws(NumericsError) {
    var rules: [GaussLegendreRule] = []
    for count in points { rules.append(try GaussLegendreRule(points: count)) }
    self.rules = rules
  }

  /// Integrates f over a box that has as many dimensions as the rule.
  ///
  /// - Throws: ``NumericsError`` where the dimensions differ, and whatever f throws.
  @inlinable
  public func integrate(
    over box: IntegrationBox, _ f: (Span<Double>) throws -> Double
  ) throws -> Double {
    try check(box)
    let dimensions = rules.count
    var counters = [Int](repeating: 0, count: dimensions)
    var point = [Double](repeating: 0, count: dimensions)
    for dimension in 0..<dimensions { point[dimension] = place(dimension, 0, box) }
    var sum = 0.0
    while true {
      var weight = 1.0
      for dimension in 0..<dimensions { weight *= rules[dimension].weights[counters[dimension]] }
      sum += weight * (try f(point.span))
      // An odometer: the last dimension turns fastest.
      var dimension = dimensions - 1
      while dimension >= 0 {
        counters[dimension] += 1
        let isTurning = counters[dimension] < rules[dimension].nodes.count
        if !isTurning { counters[dimension] = 0 }
        point[dimension] = place(dimension, counters[dimension], box)
        if isTurning { break }
        dimension -= 1
      }
      if dimension < 0 { break }
    }
    for dimension in 0..<dimensions { sum *= 0.5 * (box.upper[dimension] - box.lower[dimension]) }
    return sum
  }

  @inlinable
  func place(_ dimension: Int, _ index: Int, _ box: IntegrationBox) -> Double {
    let lower = box.lower[dimension]
    return lower + 0.5 * (box.upper[dimension] - lower) * (1 + rules[dimension].nodes[index])
  }

  @usableFromInline
  func check(_ box: IntegrationBox) throws(NumericsError) {
    guard rules.count == box.dimensions else {
      throw NumericsError(
        "no integral over \(box)",
        .invalidArgument("the rule has \(rules.count) dimensions, the box \(box.dimensions)"),
        suggestion: "give one rule a dimension")
    }
  }
}
