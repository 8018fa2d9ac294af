// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector

/// In which helicities a boson of spin 1 makes a pair of particles.
///
/// Along the axis of the pair the spin of the boson has the projection lambda1 - lambda2. With S
/// the sum, D the difference of two fermion masses and M the mass of the boson, the squared
/// amplitudes, all with a common factor, are
///
///     vector current   each of lambda = +1, -1:  2 M^2,    both with lambda = 0 together:  2 S^2
///     axial current    each of lambda = +1, -1:  2 M^2,    both with lambda = 0 together:  2 D^2
///     two scalars      lambda = 0 alone
///
/// Exact in the masses. The common factors, M^2 - D^2 and M^2 - S^2, lead to the widths of
/// ``LorentzStructure`` and ``DarkMatter``: 1 + 2 r = (2 M^2 + S^2) / 2 M^2 for equal masses.
/// - Source: Jacob:1959at, two-particle states of helicity; PDG:2024cfk, section 49 (Kinematics), two-body decays
package struct PairHelicities: Hashable, Sendable {
  /// The share of decays whose projection on the axis of the pair is 0, from 0 to 1.
  package let unaligned: Double

  /// A pair of fermions through the vector current; masses in GeV.
  package static func vector(parent: Double, _ m1: Double, _ m2: Double) -> PairHelicities {
    fermions((m1 + m2) / parent)
  }

  /// A pair of fermions through the axial current; masses in GeV.
  package static func axial(parent: Double, _ m1: Double, _ m2: Double) -> PairHelicities {
    fermions((m1 - m2) / parent)
  }

  /// A pair of particles without spin.
  package static let scalars = PairHelicities(unaligned: 1)

  private static func fermions(_ ratio: Double) -> PairHelicities {
    PairHelicities(unaligned: ratio * ratio / (2 + ratio * ratio))
  }

  /// The polar angle of the first daughter to the flight of the boson, in its rest frame.
  ///
  /// With u the share ``unaligned``, c the cosine of the angle and h the helicity of the boson, the
  /// rotation functions d^1 give the densities
  ///
  ///     h = +1 or -1, averaged   (3/8) (1 - u) (1 + c^2) + (3/4) u (1 - c^2)
  ///     h = 0                    (3/4) (1 - u) (1 - c^2) + (3/2) u c^2
  ///
  /// For light fermions these are 1 + c^2 and sin^2; for scalars sin^2 and c^2. A linear term, of
  /// couplings that violate parity, cancels between h = +1 and -1. Equal shares give 1/2.
  /// - Source: Jacob:1959at, decay of a particle of spin J; PDG:2024cfk, section 45 (d-functions)
  package func polarAngle(_ polarisation: Polarisation) -> PolarAngleDistribution {
    if polarisation == .none { return .isotropic }
    let zero = polarisation.longitudinal
    let transverse = 1 - zero
    let aligned = 1 - unaligned
    return PolarAngleDistribution(
      constant: transverse * (3 * aligned / 8 + 3 * unaligned / 4) + zero * 3 * aligned / 4,
      quadratic: transverse * (3 * aligned / 8 - 3 * unaligned / 4)
        + zero * (3 * unaligned / 2 - 3 * aligned / 4))
  }
}
