// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A shape in a plane across the beam; x and y in mm, edges included.
package enum ApertureShape: Hashable, Sendable {
  /// A rectangle along x and y: centre and half sides.
  case rectangle(centre: SIMD2<Double> = .zero, halfSides: SIMD2<Double>)
  /// A disc: centre and radius.
  case disc(centre: SIMD2<Double> = .zero, radius: Double)
  /// A ring: centre, inner and outer radius.
  case ring(centre: SIMD2<Double> = .zero, inner: Double, outer: Double)

  /// True if a point lies in the shape.
  package func contains(_ x: Double, _ y: Double) -> Bool {
    switch self {
    case .rectangle(let centre, let half):
      return (x - centre.x).magnitude <= half.x && (y - centre.y).magnitude <= half.y
    case .disc(let centre, let radius):
      let (dx, dy) = (x - centre.x, y - centre.y)
      return dx * dx + dy * dy <= radius * radius
    case .ring(let centre, let inner, let outer):
      let (dx, dy) = (x - centre.x, y - centre.y)
      let square = dx * dx + dy * dy
      return square >= inner * inner && square <= outer * outer
    }
  }

  /// Which of four points lie in the shape.
  @inline(__always)
  func contains(_ x: SIMD4<Double>, _ y: SIMD4<Double>) -> SIMDMask<SIMD4<Int64>> {
    switch self {
    case .rectangle(let centre, let half):
      let (dx, dy) = (x - centre.x, y - centre.y)
      return (dx .<= half.x) .& (-dx .<= half.x) .& (dy .<= half.y) .& (-dy .<= half.y)
    case .disc(let centre, let radius):
      let (dx, dy) = (x - centre.x, y - centre.y)
      return dx * dx + dy * dy .<= radius * radius
    case .ring(let centre, let inner, let outer):
      let (dx, dy) = (x - centre.x, y - centre.y)
      let square = dx * dx + dy * dy
      return (square .>= inner * inner) .& (square .<= outer * outer)
    }
  }

  /// Refuses sizes that make no shape.
  func check() throws(FlightError) {
    let isShape: Bool
    switch self {
    case .rectangle(_, let half): isShape = half.x > 0 && half.y > 0
    case .disc(_, let radius): isShape = radius > 0
    case .ring(_, let inner, let outer): isShape = inner >= 0 && outer > inner
    }
    guard isShape else {
      throw FlightError(
        "invalid aperture \(self)", because: "it has no area",
        try: "give positive sizes, of a ring the inner radius first")
    }
  }
}
