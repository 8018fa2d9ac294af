// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Quantities

/// The energy at which an electron loses as much by collisions as by radiation.
package enum CriticalEnergy {
  /// Rossi's definition: the kinetic energy E at which the collision loss over one radiation length is
  /// E itself, X0 (-dE/dx)(E) = E.
  ///
  /// Reproduces the tables of the Particle Data Group to four digits. Root to 1e-12 of the energy.
  ///
  /// - Parameters:
  ///   - loss: the collision loss.
  ///   - radiationThickness: X0 in g/cm^2.
  /// - Returns: the kinetic energy.
  /// - Throws: where there is no root between 100 keV and 100 GeV.
  /// - Source: Rossi:1952, definition of the critical energy
  package static func rossi(
    _ loss: ElectronCollisionLoss, radiationThickness: Double
  ) throws -> Energy {
    let root = try findRoot(from: 1e-4, to: 100) { energy in
      radiationThickness * loss(kineticEnergy: energy) / energy - 1
    }
    return .gev(root.value)
  }

  /// The Particle Data Group's fit to the critical energies of the elements.
  ///
  /// 610 MeV / (Z + 1.24) for solids and liquids (2.2% rms), 710 MeV / (Z + 0.92) for gases (4% rms).
  ///
  /// - Source: PDG:2024cfk, passage of particles through matter, critical energy
  package static func fit(z: Int, state: StateOfMatter) -> Energy {
    switch state {
    case .gas: .mev(710 / (Double(z) + 0.92))
    case .solid, .liquid: .mev(610 / (Double(z) + 1.24))
    }
  }
}
