// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Glibc

/// The squared amplitude of l Z -> l Z X at tree level; a hot value type.
///
/// X leaves the lepton before or after it takes one photon from a nucleus of spin 0. Summed over
/// spins, with the coupling of X, the charges and the form factor taken out:
///
///     s = (p' + k)^2 - m_l^2,  u = (p - k)^2 - m_l^2 = -U,  S = s + u = 2 q.k,  P = P_i + P_f
///     A_23 / (4 M^2) = c_V R_V / (s U) + c_P R_P / (s U) + c_N N / (s U)^2
///     R_V = 8 t (e^2 + e'^2) - 2 U^2 (1 + tau) - 4 t (1 + tau) (t - 2 m^2 - U + h) - 2 s^2
///           - 4 t s (1 + E / M)
///     R_P = 4 t omega^2 - 2 t omega S / M - S^2
///     N   = t S^2 - 4 C^2 + 2 t C S / M,   C = V_0 S - omega U
///     tau = t / (4 M^2),  e = E - t / (4 M),  e' = V_0 - (U + t) / (4 M)
///
/// | X | c_V | c_P | c_N | h |
/// |---|---|---|---|---|
/// | scalar | 0 | 1 | m^2 - 4 m_l^2 | |
/// | pseudoscalar | 0 | 1 | m^2 | |
/// | vector | 1 | 0 | 2 m^2 + 4 m_l^2 | 0 |
/// | axial | 1 | 4 m_l^2 / m^2 | 2 m^2 - 8 m_l^2 | 8 m_l^2 |
///
/// The axial current is not conserved: at m << m_l its longitudinal part grows as 4 m_l^2 / m^2, as
/// a Goldstone boson of coupling 2 m_l g / m. Perturbative unitarity wants m > sqrt(2 / pi)
/// g m_l and, below, new particles beside X.
///
/// Products that are small against E are never differences of large ones. C and S have q along V
/// and across it apart; s comes from light-cone components, p^+- and k^+- along V:
///
///     s = s_0 - s_1 cos(phi),  s_0 = m^2 + p'^+ k^- + p'^- k^+,  s_1 = 2 q_T k_T
///     H^2 = s_0^2 - s_1^2 = m^4 + 2 m^2 (p'^+ k^- + p'^- k^+)
///           + 4 [m_l^2 (m^2 + k_T^2) + m^2 q_T^2] + (p'^+ k^- - p'^- k^+)^2
///
/// The average over phi is in closed form, <1/s> = 1 / H and, for L = l_0 - l_1 s_1 cos(phi), with
/// lambda = l_1 s_0 - l_0 (U for S, E U for C) and F = s_1^2 / (s_0 + H),
///
///     <L L' / s^2> = [(l_0 - l_1 F) (l_0' - l_1' F) + lambda lambda' F / H] / H^2
///
/// whose squares have only positive terms. The arrangement and the average are derived here; a test
/// holds them to traces of Dirac matrices.
///
/// - Source: Liu:2016mqv, section II (scalar)
/// - Source: Liu:2017htz, section II (pseudoscalar, vector, axial)
/// - Source: Kahlhoefer:2015bea, unitarity of axial couplings
package struct ExactAmplitude: Hashable, Sendable {
  /// c_V.
  private let current: Double
  /// c_P.
  private let longitudinal: Double
  /// c_N in GeV^2.
  private let mass: Double
  /// h in GeV^2.
  private let helicity: Double

  /// Makes the amplitude of an X of mass m off a lepton of mass m_l, in GeV.
  package init(_ structure: LorentzStructure, bosonMass: Double, leptonMass: Double) {
    let boson = bosonMass * bosonMass
    let lepton = leptonMass * leptonMass
    current = structure == .vector || structure == .axial ? 1 : 0
    helicity = structure == .axial ? 8 * lepton : 0
    switch structure {
    case .scalar:
      longitudinal = 1
      mass = boson - 4 * lepton
    case .pseudoscalar:
      longitudinal = 1
      mass = boson
    case .vector:
      longitudinal = 0
      mass = 2 * boson + 4 * lepton
    case .axial:
      longitudinal = 4 * lepton / boson
      mass = 2 * boson - 8 * lepton
    }
  }

  /// A_23 / (4 M^2) averaged over phi at four values of t - t_min (GeV^2).
  @inline(__always)
  func averaged(_ recoil: RecoilKinematics, at risen: SIMD4<Double>) -> SIMD4<Double> {
    let point = TransferPoint(recoil, at: risen)
    let beam = recoil.emission.beam
    let e = beam.energy
    let w = recoil.emission.bosonEnergy
    let v0 = recoil.emission.remainder
    let u = recoil.virtuality
    let t = point.transfer
    let inverse = 1 / beam.nucleusMass

    let h = point.root
    let perRoot = 1 / h
    let f = point.spread
    let alongS = point.product - f
    let alongC = point.charge - v0 * f
    let across = f * (u * u) * perRoot
    let squares = t * (alongS * alongS + across) - 4 * (alongC * alongC + (e * e) * across)
    let n = (squares + (2 * inverse) * t * (alongC * alongS + e * across)) * perRoot * perRoot
    var sum = (mass / (u * u)) * n

    if current != 0 {
      let rest = constant(recoil, t) * perRoot - 2 * point.mean - (4 + 4 * e * inverse) * t
      sum += (1 / u) * rest
    }
    if longitudinal != 0 {
      let s0 = point.product
      let s1 = point.swing
      let difference = (s0 * (2 * u + s0) - s1) / (u + h)
      let square = (s0 * (u * difference) + s0 * s0 * (u + s0) + s1 * (u - s0)) / (u + h)
      let rest = (4 * w * w) * t - (2 * w * inverse) * t * difference - square
      sum += (longitudinal / u) * rest * perRoot
    }
    return sum
  }

  /// A_23 / (4 M^2) at t - t_min (GeV^2) and phi (rad).
  package func callAsFunction(
    _ recoil: RecoilKinematics, at risen: Double, azimuth: Double
  ) -> Double {
    let sine = sin(0.5 * azimuth)
    let point = TransferPoint(recoil, at: SIMD4(repeating: risen))
    return self(recoil, at: point, sineSquares: SIMD4(repeating: sine * sine))[0]
  }

  /// A_23 / (4 M^2) at four points in phase space, given by their t and sin^2(phi / 2).
  @inline(__always)
  func callAsFunction(
    _ recoil: RecoilKinematics, at point: TransferPoint, sineSquares: SIMD4<Double>
  ) -> SIMD4<Double> {
    let beam = recoil.emission.beam
    let v0 = recoil.emission.remainder
    let w = recoil.emission.bosonEnergy
    let u = recoil.virtuality
    let t = point.transfer
    let inverse = 1 / beam.nucleusMass
    let swing = point.swing.squareRoot()
    let part = swing * (1 - 2 * sineSquares)
    let least = point.root * point.root / (point.mean + swing)
    let s = least + 2 * swing * sineSquares
    let product = point.product - part
    let charge = point.charge - v0 * part
    let n =
      t * product * product - 4 * charge * charge + (2 * inverse) * t * charge * product
    let perS = 1 / (u * s)
    var sum = mass * n * perS * perS
    if current != 0 {
      let slope = 4 + 4 * beam.energy * inverse
      sum += (constant(recoil, t) - 2 * s * s - slope * t * s) * perS
    }
    if longitudinal != 0 {
      let push = (4 * w * w) * t - (2 * inverse * w) * t * product - product * product
      sum += longitudinal * push * perS
    }
    return sum
  }

  /// What R_V keeps at s = 0.
  @inline(__always)
  private func constant(_ recoil: RecoilKinematics, _ t: SIMD4<Double>) -> SIMD4<Double> {
    let beam = recoil.emission.beam
    let u = recoil.virtuality
    let inverse = 1 / beam.nucleusMass
    let rise = 1 + (0.25 * inverse * inverse) * t
    let before = beam.energy - (0.25 * inverse) * t
    let after = recoil.emission.remainder - (0.25 * inverse) * (u + t)
    let shift = helicity - 2 * beam.bosonMass * beam.bosonMass - u
    let flow = 8 * t * (before * before + after * after)
    return flow - (2 * u * u) * rise - 4 * t * rise * (t + shift)
  }
}
