// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities

/// A dark boson X as the formulas of its production see it; a hot value type.
package struct RadiatedBoson: Hashable, Sendable {
  /// How it couples to the projectile.
  package let structure: LorentzStructure
  /// Its mass in GeV.
  package let mass: Double
  /// Its coupling to the projectile squared, g^2; a cross section is proportional to it.
  package let couplingSquare: Double

  /// Makes a boson of coupling g.
  package init(_ structure: LorentzStructure, mass: Double, coupling: Double) {
    self.structure = structure
    self.mass = mass
    couplingSquare = coupling * coupling
  }

  /// Makes a boson of coupling g = epsilon e, the convention of the field for all structures.
  ///
  /// - Source: Bondi:2021nfp, section 2
  package init(_ structure: LorentzStructure, mass: Double, epsilon: Double) {
    self.init(structure, mass: mass, coupling: epsilon * PhysicalConstants.naturalCharge)
  }
}
