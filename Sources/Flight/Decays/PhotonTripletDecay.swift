// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics

/// The decay of a light vector into three photons through a loop of electrons, unpolarised.
///
/// With s, t, u the squared masses of the pairs, s + t + u = M^2, e2 = s t + t u + u s and
/// e3 = s t u, the squared amplitude of the four-photon Lagrangian, summed over all spins, is
///
///     sum |A|^2 = (4 / 2025) epsilon^2 alpha^4 / m_e^8 (139 e2^2 - 148 M^2 e3)
///
/// Only its shape is used here. It is the leading term for M << m_e, as is the width of
/// ``ThreePhotonDecay``; below 2 m_e the shape changes where M approaches it.
/// - Source: Pospelov:2008jk, decay of a light vector into three photons; Heisenberg:1936nmg, the Lagrangian
package struct PhotonTripletDecay: Hashable, Sendable {
  /// The decay as phase space.
  package let kinematics: ThreeBodyDecay

  /// Makes the decay of a mass in GeV.
  /// - Throws: ``DecayError`` for a number that is no mass.
  package init(of mass: Double) throws(DecayError) {
    kinematics = try ThreeBodyDecay(of: mass, into: 0, 0, 0)
  }

  /// 139 e2^2 - 148 M^2 e3 with M = 1.
  ///
  /// At most 269/27: Schur's inequality, 1 - 4 e2 + 9 e3 >= 0, bounds e3 from below, and what is
  /// left is convex in e2, so that it is largest at an end, e2 = 1/3.
  /// - Source: Pospelov:2008jk, decay of a light vector into three photons
  package func shape(at point: DalitzPoint) -> Double {
    let square = kinematics.parentMass * kinematics.parentMass
    let (s, t, u) = (point.s12 / square, point.s23 / square, point.s13 / square)
    let second = s * t + t * u + u * s
    return 139 * second * second - 148 * s * t * u
  }

  /// Draws the three photons, exactly as the amplitude says; two of three trials are kept.
  /// - Parameters:
  ///   - momentum: the momentum of the parent in GeV.
  ///   - stream: where the random bits come from.
  /// - Returns: the photons in the laboratory.
  /// - Source: Devroye1986nonuniform, section II.3 (rejection)
  package func draw(
    ofParentWith momentum: ThreeVector, using stream: inout RandomStream
  ) -> DecayProducts {
    while true {
      let split = kinematics.drawSplit(using: &stream)
      let cosine = 2 * stream.uniform() - 1
      let value = shape(at: split.dalitzPoint(cosine: cosine))
      guard stream.uniform() * (269.0 / 27) <= value else { continue }
      return TripletOrientation.draw(
        kinematics, split, cosine: cosine, parent: momentum, using: &stream)
    }
  }
}
