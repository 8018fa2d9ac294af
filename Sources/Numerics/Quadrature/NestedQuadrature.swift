// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// An adaptive integrator for a few dimensions: one adaptive integral inside another.
///
/// Good for two or three dimensions and smooth integrands; every dimension multiplies the cost by
/// 21 at least. Limits that depend on the outer variables are written as nested calls of
/// ``AdaptiveGaussKronrod`` instead.
public struct NestedQuadrature: Sendable {
  /// The error asked for as a fraction of the result.
  public var relativeError: Double

  /// The error asked for in the unit of the result; reaching either tolerance suffices.
  public var absoluteError: Double

  /// Makes an integrator with the given tolerances.
  public init(relativeError: Double = 1e-6, absoluteError: Double = 0) {
    self.relativeError = relativeError
    self.absoluteError = absoluteError
  }

  /// Integrates f over a box.
  ///
  /// Inner integrals work to a tenth of the tolerance of the one around them; the largest error
  /// they claim, times the side of the box, is added to the error of the result.
  ///
  /// - Throws: ``NumericsError`` where a tolerance is not met or f is not finite, and whatever f
  ///   throws.
  public func integrate(
    over box: IntegrationBox, _ f: (Span<Double>) throws -> Double
  ) throws -> Estimate {
    var point = box.lower
    return try level(0, over: box, at: &point, relativeError, absoluteError, f)
  }

  private func level(
    _ dimension: Int, over box: IntegrationBox, at point: inout [Double],
    _ relativeError: Double, _ absoluteError: Double, _ f: (Span<Double>) throws -> Double
  ) throws -> Estimate {
    let (lower, upper) = (box.lower[dimension], box.upper[dimension])
    let integrator = AdaptiveGaussKronrod(
      relativeError: relativeError, absoluteError: absoluteError)
    let isInnermost = dimension == box.dimensions - 1
    let innerAbsolute = upper > lower ? 0.1 * absoluteError / (upper - lower) : absoluteError
    var worstInner = 0.0
    var result = try integrator.integrate(from: lower, to: upper) { x in
      point[dimension] = x
      if isInnermost {
        let value = try f(point.span)
        guard value.isFinite else {
          throw NumericsError(
            "no integral over \(box)", .notFinite(value: .init(value), at: point),
            suggestion: "check the integrand there")
        }
        return value
      }
      let inner = try level(
        dimension + 1, over: box, at: &point, 0.1 * relativeError, innerAbsolute, f)
      worstInner = max(worstInner, inner.error)
      return inner.value
    }
    result.error += worstInner * (upper - lower)
    return result
  }
}
