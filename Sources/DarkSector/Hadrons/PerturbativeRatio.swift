// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The ratio R of perturbative QCD, for energies above the resonances.
///
///     R = 3 sum Q_q^2 [1 + a + c2 a^2 + c3 a^3],   a = alpha_s(s) / pi
///     c2 = 1.9857 - 0.1152 n_f
///     c3 = -6.63694 - 1.20013 n_f - 0.00518 n_f^2 - 1.240 (sum Q_q)^2 / (3 sum Q_q^2)
///
/// u, d and s are massless; charm and bottom open at twice the mass of their lightest meson with
/// the factor v (3 - v^2) / 2, v = sqrt(1 - 4 M^2 / s). Charmonium and bottomonium are not
/// resolved.
/// - Source: PDG:2024cfk, review Quantum Chromodynamics, e+ e- cross section
struct PerturbativeRatio: Sendable {
  /// The mass of the D meson in GeV.
  let charmThreshold: Double
  /// The mass of the B meson in GeV.
  let bottomThreshold: Double
  /// Lambda of QCD in the MS-bar scheme for 3, 4 and 5 flavours, in GeV.
  let scales: [Double]

  /// R at sqrt(s) = `energy` in GeV, above about 1.5 GeV.
  func value(at energy: Double) -> Double {
    let charm = opening(charmThreshold, at: energy)
    let bottom = opening(bottomThreshold, at: energy)
    let light = flavours(3, at: energy)
    guard charm > 0 else { return light }
    // Opening quarks move R continuously from one number of flavours to the next.
    let four = light + charm * (flavours(4, at: energy) - light)
    guard bottom > 0 else { return four }
    return four + bottom * (flavours(5, at: energy) - four)
  }

  private func opening(_ meson: Double, at energy: Double) -> Double {
    let velocity = PairThreshold.velocity(mass: energy, each: meson)
    return velocity * (3 - velocity * velocity) / 2
  }

  private func flavours(_ count: Int, at energy: Double) -> Double {
    let number = Double(count)
    let charges = [2.0 / 3, -1.0 / 3, -1.0 / 3, 2.0 / 3, -1.0 / 3].prefix(count)
    let sum = charges.reduce(0, +)
    let squares = charges.reduce(0) { $0 + $1 * $1 }
    let a = coupling(count, at: energy) / .pi
    let second = 1.9857 - 0.1152 * number
    let singlet = 1.240 * sum * sum / (3 * squares)
    let third = -6.63694 - 1.20013 * number - 0.00518 * number * number - singlet
    return 3 * squares * (1 + a * (1 + a * (second + a * third)))
  }

  /// alpha_s(s) by the expansion in 1 / ln(s / Lambda^2) to three loops.
  ///
  /// - Source: PDG:2024cfk, review Quantum Chromodynamics, running coupling
  private func coupling(_ count: Int, at energy: Double) -> Double {
    let number = Double(count)
    let b0 = (33 - 2 * number) / (12 * .pi)
    let b1 = (153 - 19 * number) / (24 * .pi * .pi)
    let quadratic = 325.0 / 27 * number * number
    let b2 = (2857 - 5033.0 / 9 * number + quadratic) / (128 * .pi * .pi * .pi)
    let t = 2 * log(energy / scales[count - 3])
    let l = log(t)
    let first = b1 / (b0 * b0) * l / t
    let curved = b1 * b1 * (l * l - l - 1) + b0 * b2
    return (1 - first + curved / (b0 * b0 * b0 * b0 * t * t)) / (b0 * t)
  }
}
