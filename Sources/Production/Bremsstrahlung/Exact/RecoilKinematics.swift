// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What energy and angle of X fix of l Z -> l Z X: the limits of the momentum transfer and all
/// scalar products that do not depend on it; a hot value type.
///
/// V = p - k is what beam and X leave, q = p' - V what the nucleus gives, t = -q^2, and phi the
/// angle between the parts of q and k across V. With U as in ``EmissionKinematics``, GeV
/// throughout,
///
///     |V|^2 = v (v + 2 m_l) + U
///     t_min = U^2 / b,  t_max = b / a
///     a = 1 + 2 V_0 / M + (m_l^2 - U) / M^2
///     b = 2 |V|^2 - U (1 + V_0 / M) + 2 |V| sqrt[z (z + 2 m_l)],  z = v - U / (2 M)
///
/// z is the largest kinetic energy of the lepton. It must not be negative: then every t between the
/// limits has E' = V_0 - t / (2 M) >= m_l, and the branch of negative energy stays out.
///
/// - Source: Liu:2016mqv, section II (integrals over phase space); limits in this form derived here
package struct RecoilKinematics: Hashable, Sendable {
  /// The energy of X.
  package let emission: EmissionKinematics
  /// U in GeV^2.
  package let virtuality: Double
  /// |V| in GeV.
  package let remainder: Double
  /// t_min in GeV^2.
  package let leastTransfer: Double
  /// t_max in GeV^2.
  package let largestTransfer: Double
  /// k_T^2, of X across V, in GeV^2.
  let bosonTransverse: Double
  /// k along V in GeV.
  let bosonAlong: Double
  /// omega + k along V in GeV.
  let bosonPlus: Double
  /// omega - k along V in GeV.
  let bosonMinus: Double
  /// a / (4 |V|^2), which makes q_T^2 = a (t - t_min) (t_max - t) / (4 |V|^2).
  let transverseSlope: Double
  /// 1 + V_0 / M.
  let stretch: Double
  /// [omega (U - m_l^2) + V_0 (U - m^2) / 2] / |V|^2 in GeV.
  let tilt: Double

  /// Makes the kinematics of an X at U = U_0 + excess.
  package init(_ emission: EmissionKinematics, excess: Double) {
    let beam = emission.beam
    let lepton = beam.leptonMass * beam.leptonMass
    let boson = beam.bosonMass * beam.bosonMass
    let v = emission.residual
    let v0 = emission.remainder
    let w = emission.bosonEnergy
    let u = emission.leastVirtuality + excess
    let inverse = 1 / beam.nucleusMass
    let square = v * (v + 2 * beam.leptonMass) + u
    let length = square.squareRoot()
    let z = max(0, v - 0.5 * u * inverse)
    let root = (z * (z + 2 * beam.leptonMass)).squareRoot()
    let a = 1 + (2 * v0 + (lepton - u) * inverse) * inverse
    let reach = 1 + v0 * inverse
    let b = 2 * square - u * reach + 2 * length * root
    self.emission = emission
    virtuality = u
    remainder = length
    leastTransfer = u * u / b
    largestTransfer = b / a
    transverseSlope = a / (4 * square)
    stretch = reach
    let product = beam.momentum * emission.bosonMomentum
    let transverse = max(0, excess * (product - 0.25 * excess) / square)
    let along = (w * v0 - 0.5 * (u - boson)) / length
    let sum = w + along.magnitude
    let other = (boson + transverse) / sum
    bosonTransverse = transverse
    bosonAlong = along
    bosonPlus = along > 0 ? sum : other
    bosonMinus = along > 0 ? other : sum
    tilt = (w * (u - lepton) + 0.5 * v0 * (u - boson)) / square
  }
}
