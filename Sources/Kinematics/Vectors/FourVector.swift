// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Energy and momentum (E, p_x, p_y, p_z) in GeV, metric (+, -, -, -).
///
/// Four independent components, on any mass shell or none: sums, differences, momentum transfers.
/// A particle of known mass is a ``FourMomentum``, which keeps its mass also at gamma = 1e6, where
/// the components of double precision know it to no better than gamma^2 1e-16 = 1e-4.
package struct FourVector: Hashable, Sendable {
  /// The components E, p_x, p_y, p_z.
  package var components: SIMD4<Double>

  /// Makes a vector of its four components at once.
  @inlinable
  package init(_ components: SIMD4<Double>) { self.components = components }

  /// Makes a vector of energy and momentum.
  @inlinable
  package init(energy: Double, momentum: ThreeVector) {
    components = SIMD4(energy, momentum.x, momentum.y, momentum.z)
  }

  /// Takes the components of a particle and forgets its mass.
  @inlinable
  package init(_ particle: FourMomentum) {
    self.init(energy: particle.energy, momentum: particle.momentum)
  }

  /// The vector of no energy and no momentum.
  @inlinable package static var zero: FourVector { FourVector(.zero) }

  /// The energy E in GeV.
  @inlinable package var energy: Double { components[0] }

  /// The momentum in GeV.
  @inlinable package var momentum: ThreeVector {
    ThreeVector(components[1], components[2], components[3])
  }

  /// The sum of two vectors.
  @inlinable
  package static func + (left: FourVector, right: FourVector) -> FourVector {
    FourVector(left.components + right.components)
  }

  /// The difference of two vectors.
  @inlinable
  package static func - (left: FourVector, right: FourVector) -> FourVector {
    FourVector(left.components - right.components)
  }

  /// The vector with all components of opposite sign.
  @inlinable
  package static prefix func - (vector: FourVector) -> FourVector { FourVector(-vector.components) }

  /// A vector times a number.
  @inlinable
  package static func * (factor: Double, vector: FourVector) -> FourVector {
    FourVector(factor * vector.components)
  }

  /// Adds a vector.
  @inlinable
  package static func += (left: inout FourVector, right: FourVector) {
    left.components += right.components
  }
}

extension FourVector {
  /// The invariant product E E' - p.p', as if computed in twice the precision.
  ///
  /// The error is 1e-16 of the result plus 1e-31 of the sum of the magnitudes of the four products,
  /// for the components as given.
  /// - Source: Ogita2005dot, algorithm 5.3 and proposition 5.5
  @inlinable
  package func dot(_ other: FourVector) -> Double {
    let signed = other.components * SIMD4(1, -1, -1, -1)
    let products = components * signed
    let errors = (-products).addingProduct(components, signed)
    var sum = products[0]
    var lost = 0.0
    for lane in 1..<4 {
      let next = sum + products[lane]
      let added = next - sum
      lost += (sum - (next - added)) + (products[lane] - added)
      sum = next
    }
    return sum + (lost + errors.sum())
  }

  /// The square of the invariant mass, E^2 - p^2, in GeV^2; negative for space-like vectors.
  ///
  /// As precise as ``dot(_:)``: nothing is lost beyond the rounding of the components themselves.
  @inlinable package var massSquared: Double { dot(self) }

  /// The invariant mass in GeV; of a space-like vector -sqrt(-m^2), never NaN.
  @inlinable package var mass: Double {
    let square = massSquared
    return square < 0 ? -(-square).squareRoot() : square.squareRoot()
  }

  /// The transverse momentum p_T in GeV with respect to z.
  @inlinable package var transverse: Double { momentum.transverse }

  /// The rapidity along z, ln((E + p_z) / (E - p_z)) / 2; nil where E <= |p_z|.
  ///
  /// Computed as ln(1 + 2 |p_z| / (E - |p_z|)) / 2, precise for slow and for fast particles.
  /// - Source: PDG:2024cfk, section 49 (Kinematics), rapidity
  package var rapidity: Double? {
    let along = momentum.z.magnitude
    guard energy > along else { return nil }
    return copysign(0.5 * log1p(2 * along / (energy - along)), momentum.z)
  }
}
