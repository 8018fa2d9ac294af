// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Kinematics
import Numerics

/// A decay in flight into two particles, with the angle that the parent's polarisation gives them.
package struct PairDecay: Hashable, Sendable {
  /// Masses and momenta.
  package let kinematics: TwoBodyDecay

  /// The polar angle of the first daughter to the flight, in the rest frame of the parent.
  package let polarAngle: PolarAngleDistribution

  /// Joins masses and angle.
  package init(_ kinematics: TwoBodyDecay, polarAngle: PolarAngleDistribution = .isotropic) {
    self.kinematics = kinematics
    self.polarAngle = polarAngle
  }

  /// Draws the daughters of a parent of given momentum, each on its mass shell.
  ///
  /// Four-momentum is conserved as ``TwoBodyDecay`` says, to 1e-15 of the energy.
  /// - Parameters:
  ///   - momentum: the momentum of the parent in GeV; at rest its axis is z.
  ///   - stream: where the random bits come from.
  /// - Returns: the daughters in the laboratory.
  package func draw(
    ofParentWith momentum: ThreeVector, using stream: inout RandomStream
  ) -> DecayProducts {
    let first: Direction
    if polarAngle.isIsotropic {
      first = Direction(isotropic: &stream)
    } else {
      let cosine = polarAngle.draw(using: &stream)
      first = Direction(cosine: cosine, azimuth: 2 * .pi * stream.uniform())
    }
    let daughters = kinematics.daughters(ofParentWith: momentum, first: first)
    return DecayProducts(daughters.first, daughters.second)
  }
}
