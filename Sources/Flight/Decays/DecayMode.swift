// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics

/// One way to decay, ready to be drawn: its daughters by name, and how their momenta are shared.
package struct DecayMode: Sendable {
  /// How momenta are shared.
  package enum Dynamics: Sendable {
    /// Two particles.
    case pair(PairDecay)
    /// Two leptons and a lighter dark fermion.
    case deexcitation(Deexcitation)
    /// Three photons.
    case photons(PhotonTripletDecay)
  }

  /// The names of the daughters, in the order of ``DecayProducts``, such as `e+` and `e-`.
  package let daughters: [String]

  /// How momenta are shared.
  package let dynamics: Dynamics

  /// What a record says of the angles, such as `isotropic: the parent has no spin`.
  package let angles: String

  /// Joins names, dynamics and what is said of the angles.
  package init(daughters: [String], _ dynamics: Dynamics, angles: String) {
    self.daughters = daughters
    self.dynamics = dynamics
    self.angles = angles
  }

  /// Draws the daughters of a parent of given momentum.
  /// - Parameters:
  ///   - momentum: the momentum of the parent in GeV.
  ///   - stream: where the random bits come from.
  /// - Returns: the daughters in the laboratory.
  package func draw(
    ofParentWith momentum: ThreeVector, using stream: inout RandomStream
  ) -> DecayProducts {
    switch dynamics {
    case .pair(let decay): decay.draw(ofParentWith: momentum, using: &stream)
    case .deexcitation(let decay): decay.draw(ofParentWith: momentum, using: &stream)
    case .photons(let decay): decay.draw(ofParentWith: momentum, using: &stream)
    }
  }
}
