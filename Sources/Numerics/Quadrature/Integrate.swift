// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// How an adaptive integral over one variable is taken.
public enum QuadratureMethod: Hashable, Sendable {
  /// Gauss-Kronrod pieces with extrapolation towards singular points (GSL's QAGS family).
  ///
  /// The right choice unless something is known: integrable singularities at the ends and at the
  /// points given cost little. Where extrapolation fails, as it may beside narrow peaks, the pieces
  /// are halved without it before the integral is given up.
  case extrapolating

  /// Doubly adaptive Clenshaw-Curtis (GSL's CQUAD).
  ///
  /// The most robust: it subdivides and raises the degree, survives kinks, jumps and narrow peaks,
  /// and leaves out an infinity at an end.
  case doublyAdaptive
}

/// Integrates f from `lower` to `upper`, either of which may be infinite.
///
/// The result meets the larger of `absoluteError` and `relativeError` times its size, by the claim
/// of the rule; the true error is usually far smaller. A lower end above the upper one changes the
/// sign of the integral. Half-infinite ranges are mapped by x = end + t / (1 - t), so bring the
/// bulk of the integrand to a scale near 1 or name it in `points`.
///
/// Each piece between two points has its own tolerance, and the sum must meet that of the whole.
///
/// - Parameters:
///   - lower: The lower end, or minus infinity.
///   - upper: The upper end, or infinity.
///   - points: Places where f is singular, kinked or sharply peaked. Those outside the range are
///     left out, so that a resonance may be named wherever it lies.
///   - relativeError: The error asked for as a fraction of the result.
///   - absoluteError: The error asked for in the unit of the result.
///   - method: The rule; see ``QuadratureMethod``.
///   - f: The integrand. It may throw; its error comes out unchanged.
/// - Returns: The integral and its estimated error.
/// - Throws: ``NumericsError`` where the tolerance is not met or f is not finite, and whatever f
///   throws.
/// - Source: Piessens1983quadpack (extrapolating), Gonnet2010integrators (doublyAdaptive)
public func integrate(
  from lower: Double, to upper: Double, points: [Double] = [], relativeError: Double = 1e-8,
  absoluteError: Double = 0, method: QuadratureMethod = .extrapolating,
  _ f: (Double) throws -> Double
) throws -> Estimate {
  let range = try SplitRange(from: lower, to: upper, points: points)
  if range.ends.count < 2 { return Estimate(value: 0, error: 0) }
  let quadrature = PiecewiseQuadrature(
    range: range, relativeError: relativeError, absoluteError: absoluteError)
  let result = try ScalarCallback.lend(f, problem: { range.problem }) { loan in
    switch method {
    case .extrapolating: try quadrature.extrapolateOrHalve(&loan)
    case .doublyAdaptive: try quadrature.adaptDoubly(&loan)
    }
  }
  return lower > upper ? -1 * result : result
}
