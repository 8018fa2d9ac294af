// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics

/// Three daughters turned at random and boosted to the laboratory.
enum TripletOrientation {
  /// Draws the orientation of a split whose inner angle is known.
  ///
  /// The angle c is that of daughter 1 to the flight of the pair, in the frame of the pair as the
  /// parent at rest sees it. Axes of the pair in the laboratory are others; so the daughters are
  /// made at rest and each boosted on its own, good to 1e-15 of its energy.
  static func draw(
    _ decay: ThreeBodyDecay, _ split: ThreeBodyDecay.Split, cosine: Double,
    parent momentum: ThreeVector, using stream: inout RandomStream
  ) -> DecayProducts {
    let pair = Direction(isotropic: &stream)
    let first = Direction(cosine: cosine, azimuth: 2 * .pi * stream.uniform())
    let atRest = decay.daughters(ofParentWith: .zero, split, pair: pair, first: first)
    let boost = Boost(betaGamma: (1 / decay.parentMass) * momentum)
    return DecayProducts(
      boost.boost(atRest.first), boost.boost(atRest.second), boost.boost(atRest.third))
  }
}
