// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// The mixing of the Z' of L_mu - L_tau with the photon through loops of muons and taus.
///
///     epsilon(q^2) = -(e g' / (2 pi^2)) Int_0^1 dx x (1 - x)
///                    ln[(m_tau^2 - x (1-x) q^2) / (m_mu^2 - x (1-x) q^2)]
///
/// Finite without a counterterm, since the charges of mu and tau are opposite. At q^2 = 0 it is
/// -(e g' / (12 pi^2)) ln(m_tau^2 / m_mu^2) = -g' / 69.3; its size peaks at q = 2 m_mu with
/// 0.0212 g' and it is complex above, so the constant g'/70 is wrong by 26% at 0.2 GeV and by 47% at
/// the peak. The sign of the imaginary part follows m^2 - i0.
/// - Source: Araki:2017wyg, section II
package enum MuTauMixing {
  /// The mixing per g' at q^2 in GeV^2, of either sign.
  ///
  /// Masses in GeV. Good to 1e-12.
  package static func perCoupling(
    atSquare square: Double, leptonMasses: PerLepton
  ) -> ComplexNumber {
    let muon = leptonMasses.muon * leptonMasses.muon
    let tau = leptonMasses.tau * leptonMasses.tau
    let constant = ComplexNumber(log(tau / muon) / 6)
    let loops = constant + logarithm(square / tau) - logarithm(square / muon)
    return -PhysicalConstants.naturalCharge / (2 * .pi * .pi) * loops
  }

  /// The integral Int_0^1 dx x (1-x) ln(1 - x (1-x) z - i0), z = q^2 / m^2.
  ///
  ///     -5/18 - 2/(3 z) + (1 + 2/z) beta L / 6,   beta = sqrt(1 - 4/z)
  ///     L = ln((beta + 1) / |beta - 1|), less i pi for z > 4
  ///     beta L = 2 b arctan(1/b), b = sqrt(4/z - 1), for 0 < z < 4
  ///
  /// Below |z| = 0.5 the series -sum_n z^n B(n + 2, n + 2) / n avoids the cancellation.
  static func logarithm(_ z: Double) -> ComplexNumber {
    if z.magnitude < 0.5 { return ComplexNumber(series(z)) }
    let polynomial = -5.0 / 18 - 2 / (3 * z)
    let factor = (1 + 2 / z) / 6
    if z > 0 && z <= 4 {
      let b = (4 / z - 1).squareRoot()
      return ComplexNumber(polynomial + factor * 2 * b * atan2(1, b))
    }
    let beta = (1 - 4 / z).squareRoot()
    // (beta + 1) / |beta - 1| = (beta + 1)^2 |z| / 4.
    let real = beta * log((beta + 1) * (beta + 1) * z.magnitude / 4)
    let imaginary = z > 4 ? -Double.pi * beta : 0
    return ComplexNumber(polynomial) + factor * ComplexNumber(real, imaginary)
  }

  private static func series(_ z: Double) -> Double {
    // B(3, 3) = 1/30, and B(n + 3, n + 3) / B(n + 2, n + 2) = (n + 2) / (2 (2 n + 5)).
    var beta = 1.0 / 30
    var power = z
    var sum = 0.0
    for n in 1...20 {
      let index = Double(n)
      sum -= power * beta / index
      beta *= (index + 2) / (2 * (2 * index + 5))
      power *= z
    }
    return sum
  }
}
