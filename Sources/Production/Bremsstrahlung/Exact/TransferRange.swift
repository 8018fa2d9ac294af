// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The squared momentum transfer of a recoil from t_min to t_max, in one range or in two; a hot
/// value type.
///
/// The integrand G2(t) / t^2 times the amplitude rises with r = t - t_min as r / (r + t_1)^2, t_1 =
/// t_min + t_a, and falls off above t_2, where the amplitude no longer grows or the nucleus is
/// resolved:
///
///     1 / t_2 = [x / U + 1 / (d + t_min)] / 4
///
/// A light X also leaves along the scattered lepton. There s is small and 1 / H peaks, where the
/// rapidities of both agree, p'^+ k^- = p'^- k^+ = R:
///
///     q_T^2 = (p'^+ / k^+)^2 (m^2 + k_T^2) - m_l^2
///
/// The peak is as wide as [m^4 + 4 m^2 (R + q_T^2) + 4 m_l^2 (m^2 + k_T^2)]^(1/2) / R in ln(m_l^2 +
/// q_T^2). Where that is below a half the range is cut at the peak.
package struct TransferRange: Hashable, Sendable {
  /// All of the range, or what lies below the peak.
  package let lower: TransferMap
  /// What lies above the peak; nil where there is none.
  package let upper: TransferMap?

  /// Makes the range of a recoil.
  ///
  /// - Parameters:
  ///   - recoil: has the limits of t.
  ///   - screening: t_a in GeV^2.
  ///   - size: d in GeV^2.
  ///   - isCut: whether to cut the range at the peak, if there is one.
  package init(
    _ recoil: RecoilKinematics, screening: Double, size: Double, isCut: Bool = true
  ) {
    let span = recoil.largestTransfer - recoil.leastTransfer
    let fraction = recoil.emission.bosonEnergy / recoil.emission.beam.energy
    let edge = 1 / (size + recoil.leastTransfer)
    let rise = recoil.leastTransfer + screening
    if isCut, let peak = recoil.collinearPeak, peak.risen < span, peak.risen * edge < 30 {
      let fall = 4 / (1 / peak.risen + edge)
      lower = TransferMap(toPeakAt: peak.risen, scale: rise, width: peak.width)
      upper = TransferMap(
        from: peak.risen, over: span - peak.risen, scale: peak.width,
        until: max(fall, 2 * peak.width))
    } else {
      let fall = 4 / (fraction / recoil.virtuality + edge)
      lower = TransferMap(from: 0, over: span, scale: rise, until: max(fall, 2 * rise))
      upper = nil
    }
  }
}

extension RecoilKinematics {
  /// Where X leaves along the scattered lepton: t - t_min and the half width, in GeV^2; nil where
  /// the peak is too wide to matter.
  fileprivate var collinearPeak: (risen: Double, width: Double)? {
    let beam = emission.beam
    let lepton = beam.leptonMass * beam.leptonMass
    let boson = beam.bosonMass * beam.bosonMass
    let square = boson + bosonTransverse
    var risen = 0.0
    var transverse = 0.0
    var plus = 0.0
    // p'^+ depends on t by the recoil alone: two steps are enough.
    for _ in 0..<2 {
      let t = leastTransfer + risen
      plus =
        remainder - 0.5 * (virtuality + stretch * t) / remainder + emission.remainder
        - 0.5 * t / beam.nucleusMass
      let ratio = plus / bosonPlus
      transverse = ratio * ratio * square - lepton
      guard plus > 0, transverse > 0 else { return nil }
      risen = transverse / (transverseSlope * (largestTransfer - leastTransfer))
    }
    let r = plus * bosonMinus
    let depth = boson * (boson + 4 * (r + transverse)) + 4 * lepton * square
    let width = depth.squareRoot() / r * (lepton + transverse) / transverse
    return width < 0.5 ? (risen, width * risen) : nil
  }
}
