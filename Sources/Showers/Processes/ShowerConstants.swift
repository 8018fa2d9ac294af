// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities
import Storage

/// Numbers by which showers in a material are known before any is simulated.
package struct ShowerConstants: Sendable {
  private let medium: ShowerMedium
  private let pairs: PairProduction
  private let criticalEnergy: Double?

  /// Takes the numbers of a material.
  /// - Throws: ``ShowerError`` for the vacuum, and when a table of physics cannot be read.
  package init(of material: Material, from folder: DataFolder) throws(ShowerError) {
    medium = try ShowerMedium(material)
    criticalEnergy = material.criticalEnergy?.value.gev
    do throws(TableError) {
      pairs = PairProduction(medium, try PairCrossSectionFit(from: folder))
    } catch {
      throw ShowerError(unreadable: error)
    }
  }

  /// The energy scale E_LPM of the Landau-Pomeranchuk-Migdal suppression.
  ///
  /// Photons of k < E^2 / E_LPM from electrons of energy E are suppressed.
  package var suppressionEnergy: Energy { .gev(medium.suppressionEnergy) }

  /// The mean free path of a photon to its conversion into e+ e-; nil below the threshold.
  package func conversionLength(at photonEnergy: Energy) -> Length? {
    let probability = pairs.total(photonEnergy.gev)
    return probability > 0 ? .mm(1 / probability) : nil
  }

  /// Where a shower deposits most, in radiation lengths; an estimate to about one of them.
  ///
  ///     t_max = ln(E / E_c) + C,  C = -1/2 for e- and e+, +1/2 for photons
  ///
  /// E: kinetic energy of the beam particle; E_c: critical energy. Nil where it is not positive.
  /// - Source: PDG:2024cfk, passage of particles through matter, depth of the shower maximum
  package func maximum(of beam: ShowerSpecies, energy: Energy) -> Double? {
    guard let criticalEnergy else { return nil }
    let depth = log(energy.gev / criticalEnergy) + (beam == .photon ? 0.5 : -0.5)
    return depth > 0 ? depth : nil
  }
}
