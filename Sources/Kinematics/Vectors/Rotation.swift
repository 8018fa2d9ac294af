// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A rotation about an axis by an angle, counter-clockwise seen against the axis k.
///
///     v' = v + sin(a) k x v + (1 - cos(a)) k x (k x v)
///
/// with 1 - cos(a) = 2 sin^2(a/2), so that small angles do not cancel.
/// - Source: Rodrigues1840lois, rotation about an axis
package struct Rotation: Hashable, Sendable {
  /// The axis k.
  package let axis: Direction

  /// sin(a).
  private let sine: Double

  /// 1 - cos(a).
  private let versine: Double

  /// Makes the rotation about an axis by an angle in rad.
  package init(about axis: Direction, by angle: Double) {
    let half = sin(0.5 * angle)
    self.init(axis, sine: sin(angle), versine: 2 * half * half)
  }

  private init(_ axis: Direction, sine: Double, versine: Double) {
    self.axis = axis
    self.sine = sine
    self.versine = versine
  }

  /// The rotation that undoes this one.
  package var inverse: Rotation { Rotation(axis, sine: -sine, versine: versine) }

  /// Rotates a vector.
  package func rotate(_ vector: ThreeVector) -> ThreeVector {
    let across = axis.vector.cross(vector)
    return vector + sine * across + versine * axis.vector.cross(across)
  }

  /// Rotates a direction; its length stays 1.
  package func rotate(_ direction: Direction) -> Direction {
    rotate(direction.vector).broughtToUnitLength
  }
}
