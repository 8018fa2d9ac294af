// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

extension ThreeVector {
  /// The angle between two vectors in rad, from 0 to pi.
  ///
  ///     angle = atan2(|a x b|, a.b)
  ///
  /// Good to 1e-15 of itself for the vectors as given, however small it is: the vector product does
  /// not cancel. (The arc cosine of the scalar product knows no angle below 1e-8.) 0 if a vector
  /// is zero.
  /// - Source: Jeannerod2013kahan, algorithm 1 (the components of the vector product)
  package func angle(to other: ThreeVector) -> Double {
    atan2(cross(other).length, dot(other))
  }

  /// The polar angle in rad to the z axis, from 0 to pi; 0 of the zero vector.
  package var polarAngle: Double { atan2(transverse, z) }

  /// The azimuth in rad about the z axis, from -pi to pi; 0 on the axis.
  package var azimuth: Double { atan2(y, x) }

  /// The direction of the vector; nil for zero, for an infinity and for NaN.
  package var direction: Direction? {
    let length = length
    guard length > 0, length.isFinite else { return nil }
    return Direction(unitVector: (1 / length) * self)
  }
}
