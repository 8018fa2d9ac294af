// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
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

  /// The flux of virtual photons of an atom that breaks up.
  ///
  ///     chi = integral from t_min to t_max of (t - t_min) / t^2 G2(t) dt
  ///
  /// by adaptive quadrature in v = ln[(t + t_a') / (t_min + t_a')], in which the integrand is
  /// (1 - e^(-v)) times the proton's factor. Relative error 1e-11. Zero where t_min is not below
  /// t_max.
  ///
  /// - Parameters:
  ///   - lower: t_min in GeV^2, zero or above.
  ///   - upper: t_max in GeV^2.
  /// - Returns: chi, which includes Z.
  /// - Throws: where an end is not finite.
  /// - Source: Bjorken:2009mm, appendix A
  package func flux(from lower: Double, to upper: Double) throws -> Double {
    guard lower < upper else { return 0 }
    let start = lower + screening
    let end = log1p((upper - lower) / start)
    let integral = try AdaptiveGaussKronrod(relativeError: 1e-11).integrate(from: 0, to: end) { v in
      let rise = expm1(v)
      return -expm1(-v) * Self.proton(lower + start * rise)
    }
    return charge * integral.value
  }

  /// The factor of the proton.
  private static func proton(_ t: Double) -> Double {
    let dipole = 1 + t / 0.71
    let square = dipole * dipole
    return (1 + magnetic * t) / (square * square)
  }

  /// (mu_p^2 - 1) / (4 m_p^2) in GeV^-2, with mu_p = 2.79284734463, m_p = 0.93827208943 GeV.
  ///
  /// - Source: Mohr:2024kco, magnetic moment and mass of the proton
  private static let magnetic =
    (2.792_847_344_63 * 2.792_847_344_63 - 1) / (4 * 0.938_272_089_43 * 0.938_272_089_43)
}
