// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// One rung of the ladder of product rules: how many points in x, U and t.
struct QuadratureRung: Sendable {
  /// Nodes on (0, 1) and weights in x.
  let fraction: [SIMD2<Double>]
  /// Nodes on (0, 1) and weights in U.
  let virtuality: [SIMD2<Double>]
  /// Nodes on (0, 1) in t, four at a time, each group followed by its weights.
  let transfer: [SIMD4<Double>]
  /// The same for each half of a range of t that is cut at a peak.
  let half: [SIMD4<Double>]

  /// The ladder, from the lightest rung up.
  ///
  /// Each rung costs about three times the one below.
  static let ladder: [QuadratureRung] = [
    (16, 12, 20, 16), (20, 16, 32, 24), (28, 20, 48, 40), (40, 24, 72, 56),
    (64, 32, 112, 96),
  ].compactMap { try? QuadratureRung($0, $1, $2, $3) }

  private init(_ fraction: Int, _ virtuality: Int, _ transfer: Int, _ half: Int) throws {
    self.fraction = try Self.rule(fraction)
    self.virtuality = try Self.rule(virtuality)
    self.transfer = try Self.lanes(transfer)
    self.half = try Self.lanes(half)
  }

  private static func lanes(_ points: Int) throws -> [SIMD4<Double>] {
    let pairs = try rule(points)
    var lanes = [SIMD4<Double>]()
    for start in stride(from: 0, to: pairs.count, by: 4) {
      var nodes = SIMD4<Double>()
      var weights = SIMD4<Double>()
      for lane in 0..<4 {
        nodes[lane] = pairs[start + lane].x
        weights[lane] = pairs[start + lane].y
      }
      lanes += [nodes, weights]
    }
    return lanes
  }

  private static func rule(_ points: Int) throws -> [SIMD2<Double>] {
    let rule = try GaussLegendreRule(points: points)
    return zip(rule.nodes, rule.weights).map { SIMD2(0.5 * (1 + $0), 0.5 * $1) }
  }
}
