// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Storage

/// What the visible world offers a mediator: the masses of the leptons and the ratio R of hadrons.
///
/// It is made once, is a value, and serves every mass and coupling.
package struct VisibleSector: Sendable {
  /// The masses of the charged leptons in GeV.
  package let leptonMasses: PerLepton

  /// The cross section of e+ e- into hadrons over the massless point cross section.
  package let hadrons: HadronicRatio

  /// Joins lepton masses (GeV) and the hadronic ratio.
  package init(leptonMasses: PerLepton, hadrons: HadronicRatio) {
    self.leptonMasses = leptonMasses
    self.hadrons = hadrons
  }

  /// Builds it from the data of the program: particles and the tables of the ratio R.
  ///
  /// - Parameters:
  ///   - data: the data of the program.
  ///   - particles: the table of particles.
  /// - Throws: what is wrong with a table, and where; a particle that is missing.
  package init(from data: DataFolder, particles: ParticleTable) throws {
    self.init(
      leptonMasses: try PerLepton(massesIn: particles),
      hadrons: try HadronicRatio.read(from: data, masses: HadronMasses(particles)))
  }
}
