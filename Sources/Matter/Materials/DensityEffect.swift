// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// The density effect on ionisation loss in Sternheimer's parametrisation; a hot value type.
///
/// With x = log10(beta gamma):
///
///     delta = 2 ln(10) x - C                      x >= x1
///     delta = 2 ln(10) x - C + a (x1 - x)^m       x0 <= x < x1
///     delta = delta0 10^(2 (x - x0))              x < x0 (conductors; 0 for others)
///
/// C = 2 ln(I / hbar omega_p) + 1 makes the relativistic rise end in the plasma energy. The loss of a
/// heavy particle contains -delta / 2, that of an electron -delta in its own bracket.
///
/// - Source: Sternheimer:1983mb, definition of the parameters
package struct DensityEffect: Hashable, Sendable {
  /// C, above zero; some tables list -C.
  package let c: Double
  /// log10(beta gamma) at which the effect sets in.
  package let x0: Double
  /// log10(beta gamma) at which it is complete.
  package let x1: Double
  /// The coefficient of the transition.
  package let a: Double
  /// The exponent of the transition.
  package let m: Double
  /// delta at x0 in a conductor; 0 in an insulator.
  package let delta0: Double

  /// Makes a density effect from its parameters.
  package init(c: Double, x0: Double, x1: Double, a: Double, m: Double, delta0: Double = 0) {
    self.c = c
    self.x0 = x0
    self.x1 = x1
    self.a = a
    self.m = m
    self.delta0 = delta0
  }

  /// The correction delta at a momentum over mass beta gamma above zero.
  package func callAsFunction(betaGamma: Double) -> Double {
    let x = log10(betaGamma)
    if x < x0 { return delta0 == 0 ? 0 : delta0 * pow(10, 2 * (x - x0)) }
    let asymptote = 2 * M_LN10 * x - c
    return x < x1 ? asymptote + a * pow(x1 - x, m) : asymptote
  }

  /// The effect in the same substance at another density.
  ///
  /// The plasma energy grows with the root of the density at the same I, so that delta depends on
  /// beta gamma sqrt(rho): C falls by ln r, x0 and x1 by log10(r) / 2 for a density r times as large.
  ///
  /// - Source: Sternheimer:1983mb, gases at other pressures
  package func scaled(byDensityRatio ratio: Double) -> DensityEffect {
    let shift = 0.5 * log10(ratio)
    return DensityEffect(
      c: c - log(ratio), x0: x0 - shift, x1: x1 - shift, a: a, m: m, delta0: delta0)
  }

  /// C as excitation and plasma energy demand it, 2 ln(I / hbar omega_p) + 1.
  ///
  /// - Source: Sternheimer:1983mb, definition of C
  package static func c(meanExcitationEnergy: Energy, plasmaEnergy: Energy) -> Double {
    2 * log(meanExcitationEnergy.gev / plasmaEnergy.gev) + 1
  }
}
