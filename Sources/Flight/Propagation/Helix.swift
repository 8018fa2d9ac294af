// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Kinematics
import Quantities

/// The path of a charge in an even magnetic field along one of the axes x, y, z; straight without.
///
/// With n the direction, b the axis of the field and w = q B c / p the curvature, in 1/mm
/// (c q B = 0.2998e-3 GeV/mm for 1 e and 1 T), the equation dn/ds = w n x b has the solution
///
///     n(s) = n_b + n_t cos(w s) + (n x b) sin(w s)
///     x(s) = x0 + n_b s + n_t sin(w s) / w + (n x b) (1 - cos(w s)) / w
///
/// The last two are taken as a chord at half the angle, so that nothing cancels for w to 0.
/// - Source: PDG:2024cfk, section 35 (Particle detectors), measurement of particle momenta in a magnetic field
struct Helix {
  /// Where it begins, in mm.
  let origin: SIMD3<Double>
  /// The direction in which it begins.
  let direction: SIMD3<Double>
  /// w in 1/mm.
  let curvature: Double
  /// The coordinate along the field, 0 to 2, and the next two in cyclic order.
  let axis: Int

  private var first: Int { axis == 2 ? 0 : axis + 1 }
  private var second: Int { axis == 0 ? 2 : axis - 1 }

  /// The position after a path in mm.
  func position(after path: Double) -> SIMD3<Double> {
    let half = 0.5 * curvature * path
    let chord = half == 0 ? path : path * (sin(half) / half)
    let (c, s) = (cos(half), sin(half))
    let (u, v) = (direction[first], direction[second])
    var shift = SIMD3<Double>.zero
    shift[axis] = direction[axis] * path
    shift[first] = chord * (u * c + v * s)
    shift[second] = chord * (v * c - u * s)
    return origin + shift
  }

  /// A vector that begins along the path, such as the momentum, after a path in mm.
  func turned(_ vector: SIMD3<Double>, after path: Double) -> SIMD3<Double> {
    let angle = curvature * path
    let (c, s) = (cos(angle), sin(angle))
    var result = vector
    result[first] = vector[first] * c + vector[second] * s
    result[second] = vector[second] * c - vector[first] * s
    return result
  }

  /// The shortest path in mm to where a coordinate takes a value; nil if it never does.
  ///
  /// With t = tan(w s / 2), n and m the components of n and n x b, and g = w (value - x0)
  ///
  ///     (2 m - g) t^2 + 2 n t - g = 0
  ///
  /// whose roots are taken without cancellation, g / r and -r / (2 m - g), with
  /// r = n + sign(n) sqrt(n^2 + g (2 m - g)).
  /// - Parameters:
  ///   - coordinate: 0 to 2.
  ///   - value: the value in mm.
  ///   - sense: 1 or -1 if the coordinate must rise or fall there, 0 if it may do either.
  /// - Returns: the path in mm, zero or above.
  func path(to coordinate: Int, _ value: Double, sense: Double) -> Double? {
    let gap = value - origin[coordinate]
    let n = direction[coordinate]
    guard curvature != 0, coordinate != axis else {
      if gap == 0 { return n * sense >= 0 && n != 0 ? 0 : nil }
      let path = gap / n
      return path > 0 && path.isFinite && n * sense >= 0 ? path : nil
    }
    let m = coordinate == first ? direction[second] : -direction[first]
    let g = curvature * gap
    let discriminant = n * n + g * (2 * m - g)
    guard discriminant >= 0 else { return nil }
    let r = n + copysign(discriminant.squareRoot(), n)
    let one = path(halfTangent: g / r, n, m, sense)
    let other = path(halfTangent: -r / (2 * m - g), n, m, sense)
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  /// The path to a root; nil if the coordinate moves against the sense there, or the root is none.
  private func path(
    halfTangent t: Double, _ n: Double, _ m: Double, _ sense: Double
  ) -> Double? {
    guard !t.isNaN else { return nil }
    let half = atan(t)
    let slope = n * cos(2 * half) + m * sin(2 * half)
    guard slope * sense >= 0 else { return nil }
    let path = 2 * half / curvature
    return path >= 0 ? path : path + 2 * .pi / curvature.magnitude
  }
}
