// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A function with its first and second derivatives at a point.
struct LocalExpansion: Sendable {
  var value = 0.0
  var gradient: [Double]

  /// The second derivatives, row by row.
  var hessian: [Double]

  init(count: Int) {
    gradient = [Double](repeating: 0, count: count)
    hessian = [Double](repeating: 0, count: count * count)
  }

  mutating func reset() {
    value = 0
    for index in gradient.indices { gradient[index] = 0 }
    for index in hessian.indices { hessian[index] = 0 }
  }

  /// Adds a mixed derivative of two factors; twice if both depend on one parameter.
  mutating func addMixed(_ first: Int, _ second: Int, _ number: Double) {
    hessian[first * gradient.count + second] += number
    hessian[second * gradient.count + first] += number
  }
}

/// A function that can be expanded to second order.
protocol SmoothObjective {
  /// Computes value and derivatives; infinite values need no derivatives.
  mutating func expand(at point: [Double], into expansion: inout LocalExpansion)
}

/// Finds the minimum of a smooth function within bounds, by projected Newton steps.
///
/// Parameters at a bound that the function pushes against are held; the others take a Newton step,
/// damped as in Levenberg's method where the second derivatives are not positive or the function
/// does not fall, and cut at their bounds. Converges quadratically near a regular minimum, and to
/// a local one in general.
///
/// - Source: Bertsekas1982projected, section 2 (projection); Levenberg1944damped (damping)
struct BoundedMinimiser {
  /// The lower bounds.
  var lower: [Double]

  /// The upper bounds; where equal to the lower ones the parameter is fixed.
  var upper: [Double]

  /// So many steps are tried.
  static let mostSteps = 500

  /// Where the search ended.
  struct Minimum: Sendable {
    var point: [Double]
    var expansion: LocalExpansion
    var isConverged: Bool
  }

  /// Searches from a start, which is moved inside the bounds.
  func minimise(_ objective: inout some SmoothObjective, from start: [Double]) -> Minimum {
    var point = start.indices.map { clamped(start[$0], $0) }
    var expansion = LocalExpansion(count: point.count)
    objective.expand(at: point, into: &expansion)
    guard expansion.value.isFinite else {
      return Minimum(point: point, expansion: expansion, isConverged: false)
    }
    var system = NewtonSystem(count: point.count)
    var trial = point
    var trialExpansion = expansion
    var damping = 0.0
    for _ in 0..<Self.mostSteps {
      let free = freeParameters(at: point, expansion.gradient)
      guard !free.isEmpty else {
        return Minimum(point: point, expansion: expansion, isConverged: true)
      }
      // Near the minimum the undamped step decides, whatever damping the way there needed.
      if system.solve(expansion, free: free, damping: 0) {
        let isLast = system.decrement < 1e-9 * (1 + 1e-4 * abs(expansion.value))
        if isLast { damping = 0 }
        if isLast || damping == 0 {
          move(from: point, along: system.step, free, to: &trial)
          objective.expand(at: trial, into: &trialExpansion)
        }
        if isLast {
          // Rounding may hide the last gain, which is the square of what is left.
          let isBetter = trialExpansion.value <= expansion.value
          return Minimum(
            point: isBetter ? trial : point, expansion: isBetter ? trialExpansion : expansion,
            isConverged: true)
        }
      } else {
        damping = max(1e-3, damping)
      }
      if damping > 0 {
        while damping < 1e20, !system.solve(expansion, free: free, damping: damping) {
          damping *= 10
        }
        move(from: point, along: system.step, free, to: &trial)
        objective.expand(at: trial, into: &trialExpansion)
      }
      var descent = 0.0
      for index in free {
        descent -= expansion.gradient[index] * (trial[index] - point[index])
      }
      if descent > 0, trialExpansion.value <= expansion.value - 1e-4 * descent {
        swap(&point, &trial)
        swap(&expansion, &trialExpansion)
        damping = damping < 1e-6 ? 0 : 0.1 * damping
      } else {
        damping = max(1e-3, 10 * damping)
        guard damping < 1e20 else {
          // Nothing falls any more: at a stationary point without positive curvature.
          return Minimum(point: point, expansion: expansion, isConverged: true)
        }
      }
      for index in point.indices { trial[index] = point[index] }
    }
    return Minimum(point: point, expansion: expansion, isConverged: false)
  }

  /// Takes a step of the free parameters, cut at the bounds.
  private func move(
    from point: [Double], along step: [Double], _ free: [Int], to trial: inout [Double]
  ) {
    for (place, index) in free.enumerated() {
      trial[index] = clamped(point[index] + step[place], index)
    }
  }

  private func clamped(_ value: Double, _ index: Int) -> Double {
    max(lower[index], min(upper[index], value))
  }

  /// The parameters that are not held at a bound.
  func freeParameters(at point: [Double], _ gradient: [Double]) -> [Int] {
    point.indices.filter { index in
      lower[index] < upper[index]
        && !(point[index] <= lower[index] && gradient[index] >= 0)
        && !(point[index] >= upper[index] && gradient[index] <= 0)
    }
  }
}
