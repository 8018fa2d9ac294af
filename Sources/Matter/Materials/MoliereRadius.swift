// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// How far electromagnetic showers spread across.
package enum MoliereRadius {
  /// The radius of a cylinder that holds 90% of a shower, about.
  ///
  ///     R_M = X0 E_s / E_c,  E_s = sqrt(4 pi / alpha) m_e = 21.2 MeV
  ///
  /// X0: radiation length; E_c: critical energy by Rossi's definition.
  /// - Source: PDG:2024cfk, passage of particles through matter, Moliere radius
  package static func radius(radiationLength: Length, criticalEnergy: Energy) -> Length {
    let scatter = (4 * .pi / PhysicalConstants.fineStructure).squareRoot() * Electron.mass
    return .mm(radiationLength.mm * scatter / criticalEnergy.gev)
  }
}
