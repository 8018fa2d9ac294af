// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

extension DensityEffect {
  /// The parameters of a substance that was never fitted, from C alone.
  ///
  /// m = 3 and a = (C - 2 ln(10) x0) / (x1 - x0)^3, so that delta begins at zero; x0 and x1 by ranges
  /// of C, apart for gases and for condensed matter, and below and above I = 100 eV in the latter.
  /// The loss of electrons above 1 MeV comes out within 3% of that with fitted parameters.
  ///
  /// Beyond the source, for foams: condensed matter with C above 9.5, as thin as a gas, takes the
  /// ranges of gases, and x1 stays at least one above x0, so that delta is never negative.
  ///
  /// - Source: Sternheimer:1971zz, general expression
  package init(meanExcitationEnergy: Energy, plasmaEnergy: Energy, state: StateOfMatter) {
    let c = Self.c(meanExcitationEnergy: meanExcitationEnergy, plasmaEnergy: plasmaEnergy)
    let (x0, x1) =
      state == .gas || c >= 9.5
      ? Self.rangeInGas(c) : Self.rangeInCondensed(c, isHeavy: meanExcitationEnergy.gev >= 1e-7)
    let width = x1 - x0
    self.init(c: c, x0: x0, x1: x1, a: (c - 2 * M_LN10 * x0) / (width * width * width), m: 3)
  }

  private static func rangeInCondensed(_ c: Double, isHeavy: Bool) -> (Double, Double) {
    let (limit, offset, x1) = isHeavy ? (5.215, 1.5, 3.0) : (3.681, 1.0, 2.0)
    let x0 = c < limit ? 0.2 : 0.326 * c - offset
    return (x0, max(x1, x0 + 1))
  }

  private static func rangeInGas(_ c: Double) -> (Double, Double) {
    switch c {
    case ..<10: (1.6, 4)
    case ..<10.5: (1.7, 4)
    case ..<11: (1.8, 4)
    case ..<11.5: (1.9, 4)
    case ..<12.25: (2, 4)
    case ..<13.804: (2, 5)
    default: (0.326 * c - 2.5, 5)
    }
  }
}
