// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The electron, as it enters the formulas of atoms and of matter.
package enum Electron {
  /// Mass of the electron, m_e = alpha hbar c / r_e = 0.51099895 MeV, in GeV.
  ///
  /// The formulas of this module need it where no table of particles is at hand. It follows from
  /// constants of CODATA 2022, so that it cannot drift from them; the table's mass of the 2025
  /// edition is smaller by 1.4e-9 of it.
  ///
  /// - Source: Mohr:2024kco, alpha, hbar c and r_e
  package static let mass =
    PhysicalConstants.fineStructure * PhysicalConstants.hbarC
    / PhysicalConstants.classicalElectronRadius
}
