// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// What the energy of X fixes of l Z -> l Z X; a hot value type.
///
/// The angle of X is counted by the virtuality of the lepton that emits it first,
///
///     U = m_l^2 - (p - k)^2 = U_0 + 4 p k sin^2(theta / 2)
///     U_0 = [2 omega^2 m_l^2 + m^2 (E V_0 + p (p - k) - m_l^2)] / (E omega + p k)
///
///     p - k = [V_0 (E + omega) + m^2 - m_l^2] / (p + k),  V_0 = E - omega
///
/// where U_0 is about m^2 (1 - x) / x + m_l^2 x. Nothing cancels, a 1 keV X of a 1 TeV electron
/// included. U is positive everywhere.
package struct EmissionKinematics: Hashable, Sendable {
  /// The beam and the masses.
  package let beam: BeamKinematics
  /// v = V_0 - m_l in GeV.
  package let residual: Double
  /// omega, the energy of X, in GeV.
  package let bosonEnergy: Double
  /// k, the momentum of X, in GeV.
  package let bosonMomentum: Double
  /// V_0 = E - omega in GeV.
  package let remainder: Double
  /// U_0, U straight ahead, in GeV^2.
  package let leastVirtuality: Double

  /// Makes the kinematics of an X that leaves the residual energy v (GeV).
  package init(_ beam: BeamKinematics, residual: Double) {
    self.beam = beam
    self.residual = residual
    let m = beam.bosonMass
    let lepton = beam.leptonMass * beam.leptonMass
    let p = beam.momentum
    let e = beam.energy
    let v0 = residual + beam.leptonMass
    let w = e - v0
    let k = max(0, (beam.available - residual - m) * (w + m)).squareRoot()
    let difference = (v0 * (e + w) + m * m - lepton) / (p + k)
    remainder = v0
    bosonEnergy = w
    bosonMomentum = k
    let heavy = m * m * (e * v0 + p * difference - lepton)
    leastVirtuality = (2 * w * w * lepton + heavy) / (e * w + p * k)
  }

  /// The largest U - U_0: X straight back, or all the residual energy spent, U = 2 M v.
  ///
  /// Beyond U = 2 M v the mass shell of the lepton opens again, with negative energy.
  package var largestExcess: Double {
    min(4 * beam.momentum * bosonMomentum, 2 * beam.nucleusMass * residual - leastVirtuality)
  }

  /// U - U_0 at an angle theta (rad) of X to the beam.
  package func excess(at angle: Double) -> Double {
    let sine = sin(0.5 * angle)
    return 4 * beam.momentum * bosonMomentum * sine * sine
  }

  /// The angle of X to the beam in rad at U - U_0 in GeV^2.
  package func angle(at excess: Double) -> Double {
    2 * asin(min(1, (excess / (4 * beam.momentum * bosonMomentum)).squareRoot()))
  }
}
