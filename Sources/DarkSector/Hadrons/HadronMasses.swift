// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter

/// The masses of the lightest mesons in GeV, which set the thresholds of the ratio R.
package struct HadronMasses: Hashable, Sendable {
  /// That of the charged pion.
  package let chargedPion: Double
  /// That of the neutral pion.
  package let neutralPion: Double
  /// That of the charged kaon.
  package let chargedKaon: Double
  /// That of the neutral kaon.
  package let neutralKaon: Double
  /// That of the eta.
  package let eta: Double

  /// Joins the masses, in GeV.
  package init(
    chargedPion: Double, neutralPion: Double, chargedKaon: Double, neutralKaon: Double, eta: Double
  ) {
    self.chargedPion = chargedPion
    self.neutralPion = neutralPion
    self.chargedKaon = chargedKaon
    self.neutralKaon = neutralKaon
    self.eta = eta
  }

  /// Takes the masses from the table of particles.
  package init(_ particles: ParticleTable) throws(UnknownName) {
    chargedPion = try particles.particle(named: "pi+").mass.gev
    neutralPion = try particles.particle(named: "pi0").mass.gev
    chargedKaon = try particles.particle(named: "K+").mass.gev
    neutralKaon = try particles.particle(named: "K0").mass.gev
    eta = try particles.particle(named: "eta").mass.gev
  }
}
