// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// The elastic form factor of an atom squared, as a projectile that loses little energy sees it; a
/// hot value type.
///
///     G2(t) = Z^2 [t / (t + t_a)]^2 / (1 + t / d)^2
///     t_a = (m_e Z^(1/3) / 111)^2      screening of the nucleus by the electrons
///     d   = 0.164 GeV^2 A^(-2/3)       size of the nucleus
///
/// t = -q^2 > 0: squared momentum transfer, GeV^2; A: atomic weight in g/mol. The nucleus is of spin
/// 0 and stays whole. Screening is of Thomas-Fermi type: poor below Z = 5.
///
/// - Source: Kim:1973he, elastic atomic and nuclear form factors
/// - Source: Bjorken:2009mm, appendix A
package struct ElasticFormFactor: Hashable, Sendable {
  /// Z^2.
  package let chargeSquare: Double
  /// t_a in GeV^2.
  package let screening: Double
  /// d in GeV^2.
  package let size: Double

  /// Makes the form factor of an element.
  package init(of element: Element) {
    self.init(z: Double(element.z), atomicWeight: element.atomicWeight)
  }

  /// Makes a form factor of charge and atomic weight.
  package init(z: Double, atomicWeight: Double) {
    chargeSquare = z * z
    let radius = Electron.mass * cbrt(z) / 111
    screening = radius * radius
    let root = cbrt(atomicWeight)
    size = 0.164 / (root * root)
  }

  /// G2 at a squared momentum transfer t in GeV^2, zero or above.
  package func callAsFunction(_ t: Double) -> Double {
    let ratio = t / ((t + screening) * (1 + t / size))
    return chargeSquare * ratio * ratio
  }
}
