// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics

extension PrimakoffKinematics {
  /// The momenta of X and of what recoils, for a massless projectile and a target that keeps its mass.
  ///
  /// With h = t / (2 M) the recoil takes M h (1 / E) + h + m^2 / (2 E) of the momentum along the beam.
  ///
  /// - Parameters:
  ///   - above: t - t_min in GeV^2.
  ///   - below: t_max - t in GeV^2.
  /// - Returns: both in GeV, in the x-z plane.
  func momenta(
    above: Double, below: Double
  ) -> (boson: FourMomentum, other: FourMomentum) {
    let transverse = (kappa * max(0, above) * max(0, below)).squareRoot()
    let recoil = (lower + above) / (2 * nucleus)
    let along = recoil * (1 + nucleus / energy) + 0.5 * mass * (mass / energy)
    return (
      FourMomentum(mass: mass, momentum: ThreeVector(transverse, 0, energy - along)),
      FourMomentum(mass: nucleus, momentum: ThreeVector(-transverse, 0, along))
    )
  }
}
