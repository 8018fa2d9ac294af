// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Storage

/// All that electrons, positrons and photons do in a material.
package struct ShowerProcesses: Sendable {
  package let medium: ShowerMedium
  package let thresholds: ProductionThresholds
  package let bremsstrahlung: Bremsstrahlung
  package let collisionLoss: CollisionLoss
  package let knockOn: KnockOn
  package let annihilation: Annihilation
  package let elasticScattering: ElasticScattering
  package let pairProduction: PairProduction
  package let comptonScattering: ComptonScattering
  package let photoelectricAbsorption: PhotoelectricAbsorption

  /// Prepares the processes in a material.
  /// - Parameters:
  ///   - medium: the material.
  ///   - thresholds: above which energies photons and electrons are made, not counted as loss.
  ///   - folder: where the tables are.
  /// - Throws: what is wrong with a table.
  package init(
    _ medium: ShowerMedium, thresholds: ProductionThresholds, from folder: DataFolder
  ) throws(TableError) {
    self.medium = medium
    self.thresholds = thresholds
    bremsstrahlung = Bremsstrahlung(
      medium, try SeltzerBerger(from: folder),
      joinedAbove: min(thresholds.photon, Bremsstrahlung.joinThreshold))
    collisionLoss = CollisionLoss(medium, transfersBelow: thresholds.electron)
    knockOn = KnockOn(medium, above: thresholds.electron)
    annihilation = Annihilation(medium)
    elasticScattering = ElasticScattering(medium)
    pairProduction = PairProduction(medium, try PairCrossSectionFit(from: folder))
    comptonScattering = ComptonScattering(medium)
    photoelectricAbsorption = try PhotoelectricAbsorption(from: folder)
  }
}

/// The least energies of particles that are made one by one; what is softer counts as loss.
package struct ProductionThresholds: Hashable, Sendable {
  /// The least energy of a photon from bremsstrahlung in GeV.
  package let photon: Double
  /// The least kinetic energy of a knock-on electron in GeV.
  package let electron: Double

  /// Makes thresholds from energies in GeV.
  package init(photon: Double, electron: Double) {
    self.photon = photon
    self.electron = electron
  }
}
