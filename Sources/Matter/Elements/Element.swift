// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A chemical element in its natural mixture of isotopes.
package struct Element: Hashable, Sendable {
  /// The charge of the nucleus, in units of the positron's.
  package let z: Int
  /// The chemical symbol.
  package let symbol: String
  /// The name.
  package let name: String
  /// The standard atomic weight in g/mol; for elements that have none, the mass number of the
  /// longest-lived isotope.
  package let atomicWeight: Double
  /// The mean excitation energy of the element in its natural state.
  package let meanExcitationEnergy: Energy
  /// The mean excitation energy as a constituent of a gas.
  package let meanExcitationEnergyInGas: Energy
  /// The mean excitation energy as a constituent of a liquid or solid.
  package let meanExcitationEnergyInCondensed: Energy
  /// The nuclear interaction length in g/cm^2.
  package let nuclearInteractionThickness: Double
  /// True if the interaction length is tabulated, false if it is interpolated.
  package let hasTabulatedInteraction: Bool

  /// The mass of the nucleus, A u - Z m_e.
  ///
  /// A: atomic weight in g/mol; u: atomic mass unit; m_e: mass of the electron, GeV. The binding of
  /// the electrons is left out: 0.6 MeV for uranium, 3e-6 of the mass. The mean over isotopes
  /// stands for each of them.
  package var nuclearMass: Mass {
    .gev(atomicWeight * PhysicalConstants.atomicMassUnit - Double(z) * Electron.mass)
  }
}
