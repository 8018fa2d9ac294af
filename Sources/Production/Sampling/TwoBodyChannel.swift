// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics

/// A process with two final particles at one energy, as one variable between 0 and 1 in which its
/// cross section is flat.
///
/// X and the other particle lie in the x-z plane; ``TwoBodySampler`` turns them about the beam.
package protocol TwoBodyChannel: Sendable {
  /// What is hit.
  static var target: StruckParticle { get }
  /// What the other particle is, if not the recoiling target.
  static var companion: CompanionParticle? { get }
  /// The total energy of the projectile in GeV.
  var energy: Double { get }
  /// The cross section on one atom in pb.
  var crossSection: Double { get }

  /// The cross section per unit of the variable, in pb.
  func density(at place: Double) -> Double

  /// The momenta of X and of the other particle in GeV.
  func momenta(at place: Double) -> (boson: FourMomentum, other: FourMomentum)
}
