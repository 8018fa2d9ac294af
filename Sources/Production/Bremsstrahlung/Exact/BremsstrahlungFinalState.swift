// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Kinematics

/// The particles after l Z -> l Z X, with the beam along z and X in the x-z plane; a hot value
/// type.
///
/// An event has them turned about z by a random angle. Momenta in GeV.
package struct BremsstrahlungFinalState: Hashable, Sendable {
  /// X.
  package let boson: FourMomentum
  /// The lepton.
  package let lepton: FourMomentum
  /// The nucleus.
  package let nucleus: FourMomentum

  /// Makes the final state of a point in phase space.
  ///
  /// p' = V + q with q = q_L V / |V| + q_T [cos(phi) n + sin(phi) y], n across V on the side of k.
  ///
  /// - Parameters:
  ///   - recoil: fixes energy and angle of X.
  ///   - risen: t - t_min in GeV^2.
  ///   - azimuth: phi, of q about V from the plane of beam and X, in rad.
  package init(_ recoil: RecoilKinematics, risen: Double, azimuth: Double) {
    self.init(recoil, risen: risen, cosine: cos(azimuth), sine: sin(azimuth))
  }

  /// The same, with the cosine and the sine of phi.
  ///
  /// The momenta of X across and along the beam are k_T |V| / p and k - (U - U_0) / (2 p).
  init(_ recoil: RecoilKinematics, risen: Double, cosine: Double, sine: Double) {
    let emission = recoil.emission
    let beam = emission.beam
    let point = TransferPoint(recoil, at: SIMD4(repeating: risen))
    let excess = recoil.virtuality - emission.leastVirtuality
    let length = recoil.remainder
    let perMomentum = 1 / beam.momentum
    let kx = recoil.bosonTransverse.squareRoot() * length * perMomentum
    let kz = emission.bosonMomentum - 0.5 * excess * perMomentum
    let remainder = ThreeVector(-kx, 0, beam.momentum - kz)
    let tilt = -kx / length
    let forward = remainder.z / length
    let along = point.along[0]
    let transverse = point.transverse[0].squareRoot()
    let aside = transverse * cosine
    let q = ThreeVector(
      along * tilt + aside * forward, transverse * sine, along * forward - aside * tilt)
    boson = FourMomentum(mass: beam.bosonMass, momentum: ThreeVector(kx, 0, kz))
    lepton = FourMomentum(mass: beam.leptonMass, momentum: remainder + q)
    nucleus = FourMomentum(mass: beam.nucleusMass, momentum: -q)
  }
}
