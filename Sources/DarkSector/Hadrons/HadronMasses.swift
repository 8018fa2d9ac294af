// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

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
}
