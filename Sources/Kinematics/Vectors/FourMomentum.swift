// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The four-momentum of a particle on its mass shell: mass, energy and momentum in GeV.
///
/// Mass and momentum are independent, the energy follows: E^2 = m^2 + p^2 holds to 4e-16 of E^2 by
/// construction, and the mass is exact. So invariants of two particles are good to gamma 1e-16
/// rather than gamma^2 1e-16 (``invariantMass(with:)``).
package struct FourMomentum: Hashable, Sendable {
  /// The mass m in GeV, zero or above.
  package let mass: Double

  /// The energy E in GeV.
  package let energy: Double

  /// The momentum in GeV.
  package let momentum: ThreeVector

  /// Takes values that the caller knows to lie on the mass shell.
  init(mass: Double, energyOnShell energy: Double, momentum: ThreeVector) {
    self.mass = mass
    self.energy = energy
    self.momentum = momentum
  }

  /// Makes a particle of its mass and momentum: E = sqrt(m^2 + p^2).
  package init(mass: Double, momentum: ThreeVector) {
    self.mass = mass
    self.momentum = momentum
    energy = (mass * mass + momentum.squaredLength).squareRoot()
  }

  /// Makes a particle of its mass and kinetic energy: p = sqrt(T (T + 2 m)), E = m + T.
  package init(mass: Double, kineticEnergy: Double, direction: Direction) {
    self.mass = mass
    momentum = (kineticEnergy * (kineticEnergy + 2 * mass)).squareRoot() * direction
    energy = mass + kineticEnergy
  }

  /// Makes a particle of its mass and energy: p = sqrt((E - m) (E + m)); nil if E < m.
  package init?(mass: Double, energy: Double, direction: Direction) {
    guard energy >= mass else { return nil }
    self.mass = mass
    self.energy = energy
    momentum = ((energy - mass) * (energy + mass)).squareRoot() * direction
  }

  /// Makes a particle at rest.
  package init(atRest mass: Double) {
    self.mass = mass
    energy = mass
    momentum = .zero
  }
}

extension FourMomentum {
  /// The kinetic energy E - m in GeV, as p^2 / (E + m) without cancellation.
  package var kineticEnergy: Double {
    let sum = energy + mass
    return sum > 0 ? momentum.squaredLength / sum : 0
  }

  /// The transverse momentum p_T in GeV with respect to z.
  package var transverse: Double { momentum.transverse }

  /// The Lorentz factor gamma = E / m; infinite without mass.
  package var lorentzFactor: Double { energy / mass }

  /// p / m = beta gamma, which gives the decay length beta gamma c tau; infinite without mass.
  package var betaGamma: Double { momentum.length / mass }

  /// The rapidity along z, asinh(p_z / m_T) with m_T^2 = m^2 + p_T^2.
  ///
  /// Infinite for a massless particle along z, 0 if there is no momentum.
  /// - Source: PDG:2024cfk, section 49 (Kinematics), rapidity
  package var rapidity: Double {
    guard momentum.z != 0 else { return 0 }
    let (x, y) = (momentum.x, momentum.y)
    return asinh(momentum.z / (mass * mass + x * x + y * y).squareRoot())
  }

  /// The invariant product E1 E2 - p1.p2 in GeV^2, without cancellation.
  ///
  /// It is the sum of two terms that are never negative,
  ///
  ///     E1 E2 - |p1||p2| = (m1^2 E2^2 + m2^2 p1^2) / (E1 E2 + |p1||p2|)
  ///     |p1||p2| - p1.p2 = |p1 x p2|^2 / (|p1||p2| + p1.p2)
  ///
  /// each good to 2e-15 for masses and momenta as given.
  package func dot(_ other: FourMomentum) -> Double {
    let p1 = momentum.squaredLength
    let p2 = other.momentum.squaredLength
    let lengths = (p1 * p2).squareRoot()
    let energies = energy * other.energy
    guard energies > 0 else { return 0 }
    let slow = mass * mass * (other.energy * other.energy) + other.mass * other.mass * p1
    let along = momentum.dot(other.momentum)
    guard along > 0 else { return slow / (energies + lengths) + (lengths - along) }
    let across = momentum.cross(other.momentum).squaredLength
    return slow / (energies + lengths) + across / (lengths + along)
  }

  /// The invariant mass in GeV of two particles.
  ///
  /// It is the root of m1^2 + m2^2 + 2 (E1 E2 - p1.p2), all terms positive, by ``dot(_:)``. Good to 2e-15 for masses and momenta as given; the rounding of the momenta themselves costs
  /// some gamma 1e-16, gamma being that of the pair.
  package func invariantMass(with other: FourMomentum) -> Double {
    (mass * mass + other.mass * other.mass + 2 * dot(other)).squareRoot()
  }
}
