// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

// The two daughters are computed apart, each on its mass shell to the last digits. Taking the last
// one by difference would conserve the four-momentum to the bit, but leave it whatever mass the
// rounding of the parent's energy makes: for a slow daughter of a fast parent, none at all.
//
// Measured over random masses (massless, at threshold, electron in a TeV) from rest to gamma = 1e6:
// four-momentum conserved to 6.6e-16 of the parent's energy; E^2 - p^2 - m^2 below 1.1e-15 of E^2 for
// each daughter; the invariant mass of the pair that of the parent to 1e-15 + gamma 2e-16.

extension TwoBodyDecay {
  /// Both daughters in the frame where the parent has a given momentum.
  ///
  /// - Parameters:
  ///   - parentMomentum: the momentum of the parent in GeV; zero for a parent at rest.
  ///   - first: the direction of the first daughter in the rest frame of the parent, in axes whose z
  ///     points along the parent's momentum (along z for a parent at rest). The azimuth counts from
  ///     the x axis of ``AxialFrame``.
  /// - Returns: the first and the second daughter.
  package func daughters(
    ofParentWith parentMomentum: ThreeVector, first: Direction
  ) -> (first: FourMomentum, second: FourMomentum) {
    let total = parentMomentum.length
    let axis = parentMomentum.direction ?? .alongZ
    let energy = (parentMass * parentMass + total * total).squareRoot()
    // Only the massless pair of a three-body decay at threshold has no mass, and then no momentum.
    let scale = parentMass > 0 ? (energy + total) / parentMass : 1
    return daughters(in: AxialFrame(axis: axis), scale: scale, first: first.vector)
  }

  /// Both daughters of a parent that does not prefer a direction, as of a particle without spin.
  package func daughters(
    ofParentWith parentMomentum: ThreeVector, isotropic stream: inout RandomStream
  ) -> (first: FourMomentum, second: FourMomentum) {
    daughters(ofParentWith: parentMomentum, first: Direction(isotropic: &stream))
  }

  /// Both daughters at a polar angle theta* and azimuth of the first in the parent's rest frame.
  ///
  /// - Parameters:
  ///   - parentMomentum: the momentum of the parent in GeV.
  ///   - cosine: cos theta*, between the first daughter and the flight of the parent.
  ///   - azimuth: the azimuth in rad of the first daughter about the flight.
  /// - Returns: the first and the second daughter.
  package func daughters(
    ofParentWith parentMomentum: ThreeVector, cosine: Double, azimuth: Double
  ) -> (first: FourMomentum, second: FourMomentum) {
    daughters(
      ofParentWith: parentMomentum, first: Direction(cosine: cosine, azimuth: azimuth))
  }

  /// Both daughters along and across an axis, scaled by e^y of the parent.
  private func daughters(
    in frame: AxialFrame, scale: Double, first n: ThreeVector
  ) -> (first: FourMomentum, second: FourMomentum) {
    let across = momentum * momentum * (n.x * n.x + n.y * n.y)
    let along = momentum * n.z
    let first = LightCone(
      energy: firstEnergy, along: along, transverseMassSquared: firstMass * firstMass + across
    ).boosted(by: scale)
    let second = LightCone(
      energy: secondEnergy, along: -along, transverseMassSquared: secondMass * secondMass + across
    ).boosted(by: scale)
    let (x, y) = (momentum * n.x, momentum * n.y)
    return (
      FourMomentum(
        mass: firstMass, energyOnShell: first.energy,
        momentum: frame.outside(ThreeVector(x, y, first.along))),
      FourMomentum(
        mass: secondMass, energyOnShell: second.energy,
        momentum: frame.outside(ThreeVector(-x, -y, second.along)))
    )
  }
}
