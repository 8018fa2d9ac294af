// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What a target, an absorber or a gap is made of, with all that follows from it.
///
/// Values that a card states are taken from it, the others from formulas; each says which. What the
/// vacuum has not (a radiation length, an excitation energy) is `nil`.
///
///     let lead = try catalogue.material(named: "lead")
///     lead.radiationLength?.value.mm      // 5.612
///     lead.numberDensities                // atoms per cm^3, one for each element
package struct Material: Hashable, Sendable {
  /// The name by which cards refer to it.
  package let name: String
  /// A heading for people.
  package let title: String
  /// Other names by which it is found, such as `Pb`.
  package let aliases: [String]
  /// Solid, liquid or gas.
  package let state: StateOfMatter
  /// The elements and their shares.
  package let composition: Composition
  /// The density; zero for the vacuum.
  package let density: Attributed<DensityDimension>
  /// The mean excitation energy I.
  package let meanExcitationEnergy: Attributed<EnergyDimension>?
  /// The plasma energy of all electrons.
  package let plasmaEnergy: Energy
  /// The density effect at this density.
  package let densityEffect: DensityEffect?
  /// Where the density effect comes from.
  package let densityEffectOrigin: Origin?
  /// The radiation length.
  package let radiationLength: Attributed<LengthDimension>?
  /// The nuclear interaction length.
  package let nuclearInteractionLength: Attributed<LengthDimension>?
  /// The critical energy of electrons, by Rossi's definition.
  package let criticalEnergy: Attributed<EnergyDimension>?

  /// True if there is nothing.
  package var isVacuum: Bool { composition.components.isEmpty }

  /// Atoms per cm^3 of each element, in the order of the composition.
  package var numberDensities: [Double] { composition.numberDensities(at: density.value) }

  /// Electrons per cm^3.
  package var electronDensity: Double {
    density.value.gramsPerCm3 * PhysicalConstants.avogadro * composition.electronsPerMass
  }

  /// The loss of electrons by collisions; `nil` in the vacuum.
  package var electronCollisionLoss: ElectronCollisionLoss? {
    guard let meanExcitationEnergy, let densityEffect else { return nil }
    return ElectronCollisionLoss(
      electronsPerMass: composition.electronsPerMass,
      meanExcitationEnergy: meanExcitationEnergy.value, densityEffect: densityEffect)
  }
}
