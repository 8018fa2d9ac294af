// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A range at whose ends a continuous function has opposite signs, so that a root lies inside.
public struct Bracket: Hashable, Sendable {
  /// The lower end.
  public let lower: Double

  /// The upper end, not below the lower one.
  public let upper: Double

  init(_ first: Double, _ second: Double) {
    lower = min(first, second)
    upper = max(first, second)
  }
}

/// Finds a bracket by widening a first guess until the function changes sign.
///
/// The end where the function is closer to zero moves outwards by 1.6 times the width, in turn and
/// never beyond the limits. A root of even order has no bracket.
///
/// - Parameters:
///   - lower: The lower end of the guess.
///   - upper: The upper end of the guess, above the lower one.
///   - limits: The widest range allowed; the whole axis if not given.
///   - maximumSteps: The number of widenings after which the search gives up.
///   - f: The function. It may throw; its error comes out unchanged.
/// - Returns: A range over which f changes sign.
/// - Throws: ``NumericsError`` where no change of sign is found or f is NaN, and whatever f throws.
public func findBracket(
  around lower: Double, _ upper: Double,
  limits: (lower: Double, upper: Double) = (-.greatestFiniteMagnitude, .greatestFiniteMagnitude),
  maximumSteps: Int = 60, _ f: (Double) throws -> Double
) throws -> Bracket {
  func problem() -> String { "no bracket of a root around \(lower) to \(upper)" }
  guard lower < upper, limits.lower <= lower, upper <= limits.upper else {
    throw NumericsError(
      problem(), .invalidArgument("the guess must ascend within \(limits.lower) to \(limits.upper)")
    )
  }
  var (left, right) = (lower, upper)
  var atLeft = try valueForSign(left, problem, f)
  var atRight = try valueForSign(right, problem, f)
  for _ in 0..<maximumSteps {
    if atLeft.sign != atRight.sign || atLeft == 0 || atRight == 0 { return Bracket(left, right) }
    let step = 1.6 * (right - left)
    let canGoLeft = left > limits.lower
    let canGoRight = right < limits.upper
    guard canGoLeft || canGoRight else { break }
    if canGoLeft && (atLeft.magnitude < atRight.magnitude || !canGoRight) {
      left = max(limits.lower, left - step)
      atLeft = try valueForSign(left, problem, f)
    } else {
      right = min(limits.upper, right + step)
      atRight = try valueForSign(right, problem, f)
    }
  }
  if atLeft.sign != atRight.sign { return Bracket(left, right) }
  throw NumericsError(
    problem(),
    .noConvergence("\(atLeft) at \(left) and \(atRight) at \(right) have one sign"),
    suggestion: "start elsewhere, or scan with findBrackets; a root of even order has no bracket")
}

/// Finds every change of sign between neighbouring points of an even scan.
///
/// Two roots closer than a step of the scan are missed.
///
/// - Parameters:
///   - lower: The lower end of the scan.
///   - upper: The upper end of the scan, above the lower one.
///   - steps: The number of steps, 1 or more.
///   - f: The function. It may throw; its error comes out unchanged.
/// - Returns: The brackets in ascending order; none where f keeps its sign.
/// - Throws: ``NumericsError`` where f is NaN or the scan is not sound, and whatever f throws.
public func findBrackets(
  from lower: Double, to upper: Double, steps: Int, _ f: (Double) throws -> Double
) throws -> [Bracket] {
  func problem() -> String { "no scan for roots from \(lower) to \(upper)" }
  guard lower < upper, steps > 0, (upper - lower).isFinite else {
    throw NumericsError(
      problem(), .invalidArgument("the range must be finite and ascend, steps=\(steps) be positive")
    )
  }
  var brackets: [Bracket] = []
  var (left, atLeft) = (lower, try valueForSign(lower, problem, f))
  for step in 1...steps {
    let fraction = Double(step) / Double(steps)
    let right = step == steps ? upper : lower + fraction * (upper - lower)
    let atRight = try valueForSign(right, problem, f)
    // A zero on a point of the scan belongs to the step that ends there, or to the first step.
    let isCrossing = atLeft != 0 && atRight != 0 && atLeft.sign != atRight.sign
    if isCrossing || atRight == 0 || (step == 1 && atLeft == 0) {
      brackets.append(Bracket(left, right))
    }
    (left, atLeft) = (right, atRight)
  }
  return brackets
}

/// The value of f, whose sign alone matters, so that infinities are welcome and NaN is not.
private func valueForSign(
  _ x: Double, _ problem: () -> String, _ f: (Double) throws -> Double
) throws -> Double {
  let value = try f(x)
  guard value.isNaN else { return value }
  throw NumericsError(
    problem(), .notFinite(value: .notANumber, at: [x]),
    suggestion: "keep the range within the domain of the function")
}
