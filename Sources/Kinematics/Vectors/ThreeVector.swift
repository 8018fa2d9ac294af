// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A vector in space: a momentum in GeV, a position in mm, or a bare ratio.
///
/// Lengths are squared, so components lie between 1e-150 and 1e150 or are zero.
package struct ThreeVector: Hashable, Sendable {
  /// The Cartesian components x, y, z.
  package var components: SIMD3<Double>

  /// Makes a vector of its three components at once.
  @inlinable
  package init(_ components: SIMD3<Double>) { self.components = components }

  /// Makes a vector of its components.
  @inlinable
  package init(_ x: Double, _ y: Double, _ z: Double) { components = SIMD3(x, y, z) }

  /// The vector of length zero.
  @inlinable package static var zero: ThreeVector { ThreeVector(.zero) }

  /// The component along x.
  @inlinable package var x: Double { components.x }

  /// The component along y.
  @inlinable package var y: Double { components.y }

  /// The component along z.
  @inlinable package var z: Double { components.z }

  /// The square of the length.
  @inlinable package var squaredLength: Double { dot(self) }

  /// The length.
  @inlinable package var length: Double { squaredLength.squareRoot() }

  /// The length of the part transverse to z; of a momentum, p_T.
  @inlinable package var transverse: Double { (x * x + y * y).squareRoot() }

  /// The scalar product; its rounding error is 2e-16 of the product of the lengths.
  @inlinable
  package func dot(_ other: ThreeVector) -> Double { (components * other.components).sum() }

  /// The vector product, each component good to two units in its last place.
  ///
  /// A component is a difference a b - c d. The fused w = c d, a b - w, and the rounding error of w
  /// are added, so that nothing cancels: also for almost parallel vectors.
  /// - Source: Jeannerod2013kahan, algorithm 1 and theorem 1.2
  @inlinable
  package func cross(_ other: ThreeVector) -> ThreeVector {
    let a = SIMD3(y, z, x)
    let b = SIMD3(other.z, other.x, other.y)
    let c = SIMD3(z, x, y)
    let d = SIMD3(other.y, other.z, other.x)
    let w = c * d
    let error = w.addingProduct(-c, d)
    return ThreeVector((-w).addingProduct(a, b) + error)
  }

  /// The vector opposite to a vector.
  @inlinable
  package static prefix func - (vector: ThreeVector) -> ThreeVector {
    ThreeVector(-vector.components)
  }

  /// The sum of two vectors.
  @inlinable
  package static func + (left: ThreeVector, right: ThreeVector) -> ThreeVector {
    ThreeVector(left.components + right.components)
  }

  /// The difference of two vectors.
  @inlinable
  package static func - (left: ThreeVector, right: ThreeVector) -> ThreeVector {
    ThreeVector(left.components - right.components)
  }

  /// A vector times a number.
  @inlinable
  package static func * (factor: Double, vector: ThreeVector) -> ThreeVector {
    ThreeVector(factor * vector.components)
  }

  /// Adds a vector.
  @inlinable
  package static func += (left: inout ThreeVector, right: ThreeVector) {
    left.components += right.components
  }
}
