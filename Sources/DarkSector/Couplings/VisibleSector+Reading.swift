// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Storage

extension VisibleSector {
  /// Reads the visible world from the tables that ship with the program.
  ///
  /// - Parameter data: the data of the program.
  /// - Returns: masses of `particles.csv` and hadrons of `r_ratio_*.csv`.
  /// - Throws: where a table is missing, damaged, or lacks a particle.
  package static func read(from data: DataFolder) throws -> VisibleSector {
    let particles = try ParticleTable(from: data)
    func mass(_ name: String) throws -> Double { try particles.particle(named: name).mass.gev }
    let mesons = HadronMasses(
      chargedPion: try mass("pi+"), neutralPion: try mass("pi0"), chargedKaon: try mass("K+"),
      neutralKaon: try mass("K0"), eta: try mass("eta"))
    return VisibleSector(
      leptonMasses: try .masses(of: particles),
      hadrons: try HadronicRatio.read(from: data, masses: mesons))
  }
}

extension PerLepton {
  /// The masses of the charged leptons in GeV.
  ///
  /// - Parameter particles: the table of all particles.
  /// - Returns: the three masses.
  /// - Throws: where the table lacks a lepton.
  package static func masses(of particles: ParticleTable) throws(UnknownName) -> PerLepton {
    PerLepton(
      electron: try particles.particle(named: "e-").mass.gev,
      muon: try particles.particle(named: "mu-").mass.gev,
      tau: try particles.particle(named: "tau-").mass.gev)
  }
}
