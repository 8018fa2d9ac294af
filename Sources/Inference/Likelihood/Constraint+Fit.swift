// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What the counts say about one factor x: sum n ln(a x + c) - a x.
struct CountTerm {
  /// The count.
  let count: Double

  /// What x is multiplied with.
  let slope: Double

  /// What does not depend on x.
  let rest: Double
}

extension Constraint {
  /// The x of zero or above that maximises the constraint together with the counts.
  ///
  /// A single count with a Gaussian or gamma constraint gives a quadratic equation. Otherwise the
  /// derivative, which falls with x, is followed to zero by Newton steps inside a bracket.
  func bestFit(_ terms: [CountTerm], startingAt start: Double) -> Double {
    guard let shape else { return measured }
    if terms.count == 1, shape != .logNormal { return closedFit(terms[0], shape) }
    func slopes(_ x: Double) -> (first: Double, second: Double) {
      var (first, second) = derivatives(x)
      for term in terms {
        let ratio = term.count > 0 && term.slope > 0 ? term.slope / (term.slope * x + term.rest) : 0
        first += term.count * ratio - term.slope
        second -= term.count * ratio * ratio
      }
      return (first, second)
    }
    var low = 0.0
    var high = max(start, best, 1e-300)
    while slopes(high).first > 0 {
      low = high
      high *= 2
    }
    var x = start > low && start < high ? start : 0.5 * (low + high)
    for _ in 0..<200 {
      let (first, second) = slopes(x)
      if first > 0 { low = x } else { high = x }
      var next = second < 0 ? x - first / second : -1
      if !(next > low && next < high) { next = 0.5 * (low + high) }
      if abs(next - x) <= 1e-15 * x || next < 1e-290 { return next }
      x = next
    }
    return x
  }

  /// The positive root of the quadratic equation for one count.
  private func closedFit(_ term: CountTerm, _ shape: UncertaintyShape) -> Double {
    let (n, a, c) = (term.count, term.slope, term.rest)
    guard a > 0 else { return best }
    let quadratic: Double
    let linear: Double
    let constant: Double
    if shape == .gamma {
      quadratic = (a + precision) * a
      linear = (a + precision) * c - a * (n + measured)
      constant = -measured * c
    } else {
      quadratic = a * precision
      linear = a * a + precision * (c - a * measured)
      constant = c * (a - precision * measured) - a * n
    }
    let root = max(0, linear * linear - 4 * quadratic * constant).squareRoot()
    // The form without a difference of like numbers.
    let x = linear > 0 ? -2 * constant / (linear + root) : (root - linear) / (2 * quadratic)
    return max(0, x)
  }
}
