// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics

/// What a process leaves behind in one event; a hot value type.
///
/// Momenta are in GeV in the laboratory, in which the projectile flies along z and the target is at
/// rest. Their sum is that of projectile and target.
package struct FinalState: Hashable, Sendable {
  /// The dark boson X.
  package let boson: FourMomentum
  /// What flies out beside X, as ``FinalStateSampler/companion`` says.
  package let companion: FourMomentum?
  /// What was hit and recoils, as ``FinalStateSampler/target`` says.
  package let recoil: FourMomentum?
  /// How many events of the sampler's cross section this one stands for; 1 for unit weight.
  package let weight: Double

  /// Joins momenta and a weight.
  package init(
    boson: FourMomentum, companion: FourMomentum? = nil, recoil: FourMomentum? = nil,
    weight: Double = 1
  ) {
    self.boson = boson
    self.companion = companion
    self.recoil = recoil
    self.weight = weight
  }
}

/// What a projectile hits.
package enum StruckParticle: Hashable, Sendable {
  /// The nucleus of the atom.
  case nucleus
  /// One of its electrons, at rest.
  case electron
}

/// What leaves a process beside X and the recoiling target.
package enum CompanionParticle: Hashable, Sendable {
  /// The projectile itself, scattered.
  case projectile
  /// The electron that was struck.
  case electron
  /// A photon.
  case photon
}

/// Draws complete final states of one process at one energy from its exact differential cross section.
///
/// A sampler is a value that holds its tables; draws share nothing, so that any number of threads may
/// draw at a time, each from its own stream.
package protocol FinalStateSampler: Sendable {
  /// What was hit.
  var target: StruckParticle { get }
  /// What flies out beside X; nil for nothing.
  var companion: CompanionParticle? { get }
  /// The total energy of the projectile in GeV.
  var energy: Double { get }
  /// The cross section on one atom in pb that the events stand for.
  var crossSection: Double { get }

  /// Draws one event of weight 1.
  func draw(using stream: inout RandomStream) -> FinalState
}
