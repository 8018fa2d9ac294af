// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A change of variable x(u) that an integrator can work along.
///
/// The integral of f(x) dx becomes that of f(x(u)) (dx/du) du. A map that follows the shape of f
/// saves most of the points: a logarithmic axis for power laws, a resonance axis for a Breit-Wigner
/// peak. Maps are small values, so that an integrator specialises on them.
public protocol AxisMap: Sendable {
  /// The parameter u that belongs to the place x.
  func parameter(at x: Double) -> Double

  /// The place x that belongs to the parameter u.
  func place(at u: Double) -> Double

  /// The stretch dx/du at the parameter u.
  func stretch(at u: Double) -> Double

  /// The place x and the stretch dx/du together, for maps where they share their work.
  func placeAndStretch(at u: Double) -> (place: Double, stretch: Double)
}

extension AxisMap {
  /// The place x and the stretch dx/du, each by itself.
  @inlinable
  public func placeAndStretch(at u: Double) -> (place: Double, stretch: Double) {
    (place(at: u), stretch(at: u))
  }
}

/// The axis itself: x = u.
public struct LinearAxis: AxisMap {
  /// Makes the identity map.
  @inlinable public init() {}
  /// u = x.
  @inlinable public func parameter(at x: Double) -> Double { x }

  /// x = u.
  @inlinable public func place(at u: Double) -> Double { u }

  /// dx/du = 1.
  @inlinable public func stretch(at u: Double) -> Double { 1 }
}

/// A logarithmic axis: x = exp(u), for ranges above zero.
public struct LogarithmicAxis: AxisMap {
  /// Makes the logarithmic map.
  @inlinable public init() {}
  /// u = ln x.
  @inlinable public func parameter(at x: Double) -> Double { log(x) }

  /// x = exp(u).
  @inlinable public func place(at u: Double) -> Double { exp(u) }

  /// dx/du = exp(u).
  @inlinable public func stretch(at u: Double) -> Double { exp(u) }

  /// x and dx/du, which are the same exponential.
  @inlinable
  public func placeAndStretch(at u: Double) -> (place: Double, stretch: Double) {
    let x = exp(u)
    return (x, x)
  }
}

/// An axis that flattens a power: u = x^(n+1) / (n+1), for integrands that go as x^n.
///
/// Valid for x above zero, and at zero too where n > -1.
public struct PowerAxis: AxisMap {
  /// The exponent n of the integrand, not -1 (that is ``LogarithmicAxis``).
  public let exponent: Double

  /// Makes the map for integrands that go as x^exponent.
  @inlinable public init(exponent: Double) { self.exponent = exponent }

  /// u = x^(n+1) / (n+1).
  @inlinable public func parameter(at x: Double) -> Double {
    pow(x, exponent + 1) / (exponent + 1)
  }

  /// x = ((n+1) u)^(1/(n+1)).
  @inlinable public func place(at u: Double) -> Double {
    pow((exponent + 1) * u, 1 / (exponent + 1))
  }

  /// dx/du = x^-n.
  @inlinable public func stretch(at u: Double) -> Double {
    pow((exponent + 1) * u, -exponent / (exponent + 1))
  }
}

/// An axis that flattens a Breit-Wigner peak: x = centre + halfWidth tan(u).
///
/// The Lorentz curve halfWidth / ((x - centre)^2 + halfWidth^2) becomes the constant 1 in u.
public struct ResonanceAxis: AxisMap {
  /// The place of the peak, in the unit of x.
  public let centre: Double

  /// Half the full width at half maximum, above zero, in the unit of x.
  public let halfWidth: Double

  /// Makes the map for a peak at `centre` with the given half width at half maximum.
  @inlinable public init(centre: Double, halfWidth: Double) {
    self.centre = centre
    self.halfWidth = halfWidth
  }

  /// u = atan((x - centre) / halfWidth).
  @inlinable public func parameter(at x: Double) -> Double {
    atan((x - centre) / halfWidth)
  }

  /// x = centre + halfWidth tan(u).
  @inlinable public func place(at u: Double) -> Double {
    centre + halfWidth * tan(u)
  }

  /// dx/du = halfWidth (1 + tan^2 u).
  @inlinable public func stretch(at u: Double) -> Double {
    let tangent = tan(u)
    return halfWidth * (1 + tangent * tangent)
  }

  /// x and dx/du from one tangent.
  @inlinable
  public func placeAndStretch(at u: Double) -> (place: Double, stretch: Double) {
    let tangent = tan(u)
    return (centre + halfWidth * tangent, halfWidth * (1 + tangent * tangent))
  }
}

/// An axis from `origin` to plus infinity on 0 <= u <= 1: x = origin + scale u / (1 - u).
public struct HalfInfiniteAxis: AxisMap {
  /// The finite end of the range.
  public let origin: Double

  /// The distance from the origin that becomes u = 1/2; about where the integrand has its bulk.
  public let scale: Double

  /// Makes the map from `origin` to plus infinity.
  @inlinable public init(origin: Double, scale: Double = 1) {
    self.origin = origin
    self.scale = scale
  }

  /// u = (x - origin) / (x - origin + scale), and 1 at infinity.
  @inlinable public func parameter(at x: Double) -> Double {
    x == .infinity ? 1 : (x - origin) / (x - origin + scale)
  }

  /// x = origin + scale u / (1 - u).
  @inlinable public func place(at u: Double) -> Double {
    origin + scale * u / (1 - u)
  }

  /// dx/du = scale / (1 - u)^2.
  @inlinable public func stretch(at u: Double) -> Double {
    scale / ((1 - u) * (1 - u))
  }
}

/// An axis from minus to plus infinity on -1 <= u <= 1: x = centre + scale u / (1 - u^2).
public struct InfiniteAxis: AxisMap {
  /// The place that becomes u = 0.
  public let centre: Double

  /// The size of the region around the centre where the integrand has its bulk.
  public let scale: Double

  /// Makes the map from minus to plus infinity.
  @inlinable public init(centre: Double = 0, scale: Double = 1) {
    self.centre = centre
    self.scale = scale
  }

  /// u = 2 r / (1 + sqrt(1 + 4 r^2)) with r = (x - centre) / scale; 1 and -1 at the infinities.
  @inlinable public func parameter(at x: Double) -> Double {
    guard x.isFinite else { return x > 0 ? 1 : -1 }
    let reduced = (x - centre) / scale
    return 2 * reduced / (1 + (1 + 4 * reduced * reduced).squareRoot())
  }

  /// x = centre + scale u / (1 - u^2).
  @inlinable public func place(at u: Double) -> Double {
    centre + scale * u / ((1 - u) * (1 + u))
  }

  /// dx/du = scale (1 + u^2) / (1 - u^2)^2.
  @inlinable public func stretch(at u: Double) -> Double {
    let complement = (1 - u) * (1 + u)
    return scale * (1 + u * u) / (complement * complement)
  }
}
