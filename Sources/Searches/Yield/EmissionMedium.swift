// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Production

/// A material as emission sees it: how many of which atoms a beam particle passes.
package struct EmissionMedium: Sendable {
  /// One kind of atom.
  package struct Constituent: Sendable {
    /// Its place in the list of all atoms of a search.
    package let atom: Int
    /// Atoms in 1 / (mm pb), so that times a cross section in pb it is a probability in 1 / mm.
    package let density: Double
    /// How often it is chosen as the emitter's partner: its share of n Z^2.
    package let share: Double
  }

  /// The kinds of atoms.
  package let constituents: [Constituent]
  /// X0 in mm.
  package let radiationLength: Double
  /// Electrons in 1 / (mm pb).
  package let electronDensity: Double

  /// 1 / (cm^3) to 1 / (mm pb): a pb is 1e-36 cm^2, a mm 0.1 cm.
  private static let perMillimetrePicobarn = 1e-37

  /// Prepares a material.
  ///
  /// - Parameters:
  ///   - material: the material, not the vacuum.
  ///   - content: what of the atoms' form factor counts.
  ///   - atoms: the list of all atoms of a search, which grows by those of this material.
  package init(
    _ material: Material, _ content: PhotonFlux.Content, listing atoms: inout [TargetAtom]
  ) {
    var constituents: [(atom: Int, density: Double, charge: Double)] = []
    var sum = 0.0
    for (part, perVolume) in zip(material.composition.components, material.numberDensities) {
      let atom = TargetAtom(part.element, content)
      let index = atoms.firstIndex(of: atom) ?? atoms.count
      if index == atoms.count { atoms.append(atom) }
      let charge = perVolume * atom.z * atom.z
      sum += charge
      constituents.append((index, perVolume * Self.perMillimetrePicobarn, charge))
    }
    self.constituents = constituents.map {
      Constituent(atom: $0.atom, density: $0.density, share: $0.charge / sum)
    }
    radiationLength = material.radiationLength?.value.mm ?? .infinity
    electronDensity = material.electronDensity * Self.perMillimetrePicobarn
  }
}
