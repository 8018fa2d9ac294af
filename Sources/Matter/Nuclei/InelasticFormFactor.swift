// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// The inelastic form factor of an atom squared: electrons or protons are knocked out; a hot value
/// type.
///
///     G2(t) = Z [t / (t + t_a')]^2 [1 + t (mu_p^2 - 1) / (4 m_p^2)] / (1 + t / 0.71 GeV^2)^4
///     t_a' = (m_e Z^(2/3) / 773)^2
///
/// t = -q^2 > 0: squared momentum transfer, GeV^2; mu_p = 2.792847: magnetic moment of the proton in
/// nuclear magnetons.
///
/// A trap: Bjorken:2009mm prints the factor of the proton (everything after the screening) squared.
/// (1 + t / 0.71)^(-4) is the dipole form factor squared already, so that the first power belongs
/// here, as in the later codes.
///
/// - Source: Bjorken:2009mm, appendix A
/// - Source: Blinov:2024pza, appendix B
package struct InelasticFormFactor: Hashable, Sendable {
  /// Z.
  package let charge: Double
  /// t_a' in GeV^2.
  package let screening: Double

  /// Makes the form factor of an element.
  package init(of element: Element) { self.init(z: Double(element.z)) }

  /// Makes a form factor of charge.
  package init(z: Double) {
    charge = z
    let root = cbrt(z)
    let radius = Electron.mass * root * root / 773
    screening = radius * radius
  }

  /// G2 at a squared momentum transfer t in GeV^2, zero or above.
  package func callAsFunction(_ t: Double) -> Double {
    let ratio = t / (t + screening)
    return charge * ratio * ratio * Self.proton(t)
  }

  /// The factor of the proton.
  private static func proton(_ t: Double) -> Double {
    let dipole = 1 + t / size
    let square = dipole * dipole
    return (1 + magnetic * t) / (square * square)
  }

  /// The scale of the dipole form factor of the proton, 0.71 GeV^2.
  static let size = 0.71

  /// (mu_p^2 - 1) / (4 m_p^2) in GeV^-2, with mu_p = 2.79284734463, m_p = 0.93827208943 GeV.
  ///
  /// - Source: Mohr:2024kco, magnetic moment and mass of the proton
  static let magnetic =
    (2.792_847_344_63 * 2.792_847_344_63 - 1) / (4 * 0.938_272_089_43 * 0.938_272_089_43)
}
