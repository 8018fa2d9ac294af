// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter

/// Energies of a positron that meets an electron at rest.
enum AnnihilationEnergy {
  /// The total energy in GeV at which sqrt(s) is a given mass: M^2 / (2 m) - m.
  ///
  /// Below m, and not the energy of any positron, where the mass is below 2 m.
  static func resonance(mass: Double) -> Double {
    mass * mass / (2 * Electron.mass) - Electron.mass
  }
}
