// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

extension Composition {
  /// The plasma energy of all electrons of a material.
  ///
  /// hbar omega_p = sqrt(4 pi n_e r_e^3) m_e / alpha = 28.816 eV sqrt(rho Z/A); n_e: electrons per
  /// volume; r_e: classical radius of the electron; rho in g/cm^3; Z/A in mol/g.
  ///
  /// - Source: PDG:2024cfk, passage of particles through matter, table of variables
  package func plasmaEnergy(at density: Density) -> Energy {
    let electrons = density.gramsPerCm3 * PhysicalConstants.avogadro * electronsPerMass
    let radius = PhysicalConstants.classicalElectronRadius * 1e-13
    let root = sqrt(4 * .pi * electrons * radius * radius * radius)
    return .gev(root * Electron.mass / PhysicalConstants.fineStructure)
  }
}
