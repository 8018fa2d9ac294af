// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter

/// A charged lepton.
package enum Lepton: String, CaseIterable, Sendable {
  /// The electron.
  case electron
  /// The muon.
  case muon
  /// The tau.
  case tau

  /// The name of the lepton in the table of particles.
  package var particleName: String {
    switch self {
    case .electron: "e-"
    case .muon: "mu-"
    case .tau: "tau-"
    }
  }

  /// The name of the pair of a lepton and its antiparticle, such as `e+ e-`.
  package var pairName: String {
    switch self {
    case .electron: "e+ e-"
    case .muon: "mu+ mu-"
    case .tau: "tau+ tau-"
    }
  }
}

/// One number for each charged lepton.
package struct PerLepton: Hashable, Sendable {
  /// That of the electron.
  package var electron: Double
  /// That of the muon.
  package var muon: Double
  /// That of the tau.
  package var tau: Double

  /// Joins three numbers.
  package init(electron: Double, muon: Double, tau: Double) {
    self.electron = electron
    self.muon = muon
    self.tau = tau
  }

  /// The same number for each.
  package static func each(_ value: Double) -> Self {
    Self(electron: value, muon: value, tau: value)
  }

  /// The masses in GeV of the charged leptons.
  package init(massesIn particles: ParticleTable) throws(UnknownName) {
    electron = try particles.particle(named: Lepton.electron.particleName).mass.gev
    muon = try particles.particle(named: Lepton.muon.particleName).mass.gev
    tau = try particles.particle(named: Lepton.tau.particleName).mass.gev
  }

  /// The number of a lepton.
  package subscript(lepton: Lepton) -> Double {
    switch lepton {
    case .electron: electron
    case .muon: muon
    case .tau: tau
    }
  }
}
