// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// A direction in space: a vector of length 1.
package struct Direction: Hashable, Sendable {
  /// The vector of length 1, to 4e-16.
  package let vector: ThreeVector

  /// Takes a vector that the caller knows to have length 1.
  @inlinable
  package init(unitVector: ThreeVector) { vector = unitVector }

  /// Makes a direction of its polar angle to z and its azimuth, both in rad.
  ///
  /// Small angles keep their relative precision.
  package init(polarAngle theta: Double, azimuth phi: Double) {
    let sine = sin(theta)
    vector = ThreeVector(sine * cos(phi), sine * sin(phi), cos(theta))
  }

  /// Makes a direction of the cosine of its polar angle to z and its azimuth in rad.
  ///
  /// A cosine outside -1 to 1 is taken for rounding and becomes the nearer pole. The cosine knows no
  /// polar angle below 1e-8; where those matter, give the angle.
  package init(cosine: Double, azimuth phi: Double) {
    let c = min(max(cosine, -1), 1)
    let sine = ((1 - c) * (1 + c)).squareRoot()
    vector = ThreeVector(sine * cos(phi), sine * sin(phi), c)
  }

  /// Draws a direction uniform on the sphere.
  @inlinable
  package init(isotropic stream: inout RandomStream) {
    vector = ThreeVector(stream.direction())
  }

  /// The direction of the z axis, that of the beam.
  package static let alongZ = Direction(unitVector: ThreeVector(0, 0, 1))

  /// The component along x.
  @inlinable package var x: Double { vector.x }

  /// The component along y.
  @inlinable package var y: Double { vector.y }

  /// The component along z, the cosine of the polar angle.
  @inlinable package var z: Double { vector.z }

  /// The opposite direction.
  @inlinable
  package static prefix func - (direction: Direction) -> Direction {
    Direction(unitVector: -direction.vector)
  }

  /// A vector of given length in a direction.
  @inlinable
  package static func * (length: Double, direction: Direction) -> ThreeVector {
    length * direction.vector
  }

  /// The angle in rad to another direction, as precise as ``ThreeVector/angle(to:)``.
  package func angle(to other: Direction) -> Double { vector.angle(to: other.vector) }

  /// The direction that is `local` in a frame whose z axis is this one.
  ///
  /// A step of a particle that scatters: `heading = heading.turned(by: deflection)`. The length is
  /// brought back to 1 to first order, so that a million turns leave it there.
  package func turned(by local: Direction) -> Direction {
    AxialFrame(axis: self).outside(local.vector).broughtToUnitLength
  }
}

extension ThreeVector {
  /// A vector whose length is 1 up to rounding, brought nearer: v (3 - v^2) / 2.
  var broughtToUnitLength: Direction {
    Direction(unitVector: (1.5 - 0.5 * squaredLength) * self)
  }
}
