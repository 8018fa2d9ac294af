// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A right-handed frame whose z axis points along a given direction.
///
/// With s the sign of n_z, a = -1 / (s + n_z) and b = n_x n_y a
///
///     x' = (1 + s n_x^2 a, s b, -s n_x)
///     y' = (b, s + n_y^2 a, -n_y)
///     z' = n
///
/// No branch, no division by a small number: as good at both poles as elsewhere, orthonormal to
/// 1e-15. Where the azimuth begins jumps at n_z = 0 and has no meaning of its own.
/// - Source: Duff2017basis, the branchless listing
package struct AxialFrame: Hashable, Sendable {
  /// The x axis of the frame as seen from outside.
  package let xAxis: ThreeVector

  /// The y axis of the frame as seen from outside.
  package let yAxis: ThreeVector

  /// The z axis of the frame as seen from outside, the direction it was made for.
  package let zAxis: ThreeVector

  /// Makes the frame of an axis.
  package init(axis: Direction) {
    let n = axis.vector
    let s = copysign(1, n.z)
    let a = -1 / (s + n.z)
    let b = n.x * n.y * a
    xAxis = ThreeVector(1 + s * n.x * n.x * a, s * b, -s * n.x)
    yAxis = ThreeVector(b, s + n.y * n.y * a, -n.y)
    zAxis = n
  }

  /// A vector of the frame as seen from outside.
  package func outside(_ local: ThreeVector) -> ThreeVector {
    local.x * xAxis + local.y * yAxis + local.z * zAxis
  }

  /// A vector from outside as seen in the frame.
  package func inside(_ vector: ThreeVector) -> ThreeVector {
    ThreeVector(vector.dot(xAxis), vector.dot(yAxis), vector.dot(zAxis))
  }
}
