// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The linear equations of a Newton step for some of the parameters, by Cholesky's method.
///
/// Buffers are made once and serve all steps of a search.
struct NewtonSystem {
  /// The step of the free parameters, in their order.
  private(set) var step: [Double]

  /// How far the linear part of the function falls along the step.
  private(set) var decrement = 0.0

  private var triangle: [Double]

  init(count: Int) {
    step = [Double](repeating: 0, count: count)
    triangle = [Double](repeating: 0, count: count * count)
  }

  /// Solves (H + damping diag H) step = -gradient.
  /// - Returns: false if the damped second derivatives are not positive.
  mutating func solve(_ expansion: LocalExpansion, free: [Int], damping: Double) -> Bool {
    guard decompose(expansion, free: free, damping: damping) else { return false }
    for place in free.indices { step[place] = -expansion.gradient[free[place]] }
    substitute(free.count)
    decrement = 0
    for place in free.indices { decrement -= expansion.gradient[free[place]] * step[place] }
    return true
  }

  /// The variances of the free parameters, the diagonal of the inverse of H; nil if not positive.
  mutating func variances(_ expansion: LocalExpansion, free: [Int]) -> [Double]? {
    guard decompose(expansion, free: free, damping: 0) else { return nil }
    return free.indices.map { place in
      for other in free.indices { step[other] = other == place ? 1 : 0 }
      substitute(free.count)
      return step[place]
    }
  }

  private mutating func decompose(
    _ expansion: LocalExpansion, free: [Int], damping: Double
  ) -> Bool {
    let width = expansion.gradient.count
    let count = free.count
    for row in 0..<count {
      let source = free[row] * width
      for column in 0...row {
        var sum = expansion.hessian[source + free[column]]
        if column == row {
          // A direction without any curvature still needs some damping.
          sum += damping * max(abs(sum), 1e-8)
        }
        let scale = sum
        for inner in 0..<column {
          sum -= triangle[row * count + inner] * triangle[column * count + inner]
        }
        if column == row {
          guard sum > 1e-14 * scale, sum > 0 else { return false }
          triangle[row * count + row] = sum.squareRoot()
        } else {
          triangle[row * count + column] = sum / triangle[column * count + column]
        }
      }
    }
    return true
  }

  /// Solves the triangular systems in place of the right side in `step`.
  private mutating func substitute(_ count: Int) {
    for row in 0..<count {
      var sum = step[row]
      for column in 0..<row { sum -= triangle[row * count + column] * step[column] }
      step[row] = sum / triangle[row * count + row]
    }
    for row in (0..<count).reversed() {
      var sum = step[row]
      for lower in (row + 1)..<max(row + 1, count) {
        sum -= triangle[lower * count + row] * step[lower]
      }
      step[row] = sum / triangle[row * count + row]
    }
  }
}
