// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A point in mm or a direction, as three plain numbers.
///
/// Not a vector of the processor: three numbers that are made one by one and read as one of four lanes
/// wait for each other, which costs a third of the speed of a shower.
package struct ShowerVector: Hashable, Sendable {
  /// Across the beam.
  package var x: Double
  /// Across the beam.
  package var y: Double
  /// Along the beam.
  package var z: Double

  /// Makes a vector from its components.
  @inline(__always)
  package init(_ x: Double, _ y: Double, _ z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  @inline(__always)
  static func + (a: ShowerVector, b: ShowerVector) -> ShowerVector {
    ShowerVector(a.x + b.x, a.y + b.y, a.z + b.z)
  }

  @inline(__always)
  static func - (a: ShowerVector, b: ShowerVector) -> ShowerVector {
    ShowerVector(a.x - b.x, a.y - b.y, a.z - b.z)
  }

  @inline(__always)
  static func * (factor: Double, a: ShowerVector) -> ShowerVector {
    ShowerVector(factor * a.x, factor * a.y, factor * a.z)
  }

  /// The same direction with length one; the beam's for a vector of length zero.
  @inline(__always)
  var unit: ShowerVector {
    let square = x * x + y * y + z * z
    return square > 0 ? (1 / square.squareRoot()) * self : ShowerVector(0, 0, 1)
  }
}
