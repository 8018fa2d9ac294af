// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The Z' of gauged L_mu - L_tau.
///
/// L = g' Z'_alpha (mubar gamma^alpha mu - taubar gamma^alpha tau
///                  + nubar_mu gamma^alpha P_L nu_mu - nubar_tau gamma^alpha P_L nu_tau)
///
/// The partial widths with M the mass in GeV are
///
///     nu nu~         2 g'^2 M / (24 pi)      (two chiral flavours)
///     mu, tau pairs  g'^2 M / (12 pi) (1 + 2 r) sqrt(1 - 4 r)
///     e+ e-          alpha |epsilon(M^2)|^2 M / 3 (1 + 2 r) sqrt(1 - 4 r), the loop mixing
///     hadrons        alpha |epsilon(M^2)|^2 M / 3 R(M), the loop mixing
///
/// with epsilon of ``MuTauMixing``. Tree-level kinetic mixing is zero. The interference of the loop
/// with the direct coupling to muons and taus is left out: 2 e |epsilon| / g', at most 1.2% of their
/// widths, is of the order of other radiative corrections.
/// - Source: Escudero:2019gzq, section 2
package struct MuTauBoson: Mediator, Hashable {
  package let mass: Mass

  /// The gauge coupling g'.
  package let coupling: Double

  /// What it couples to beyond the visible world.
  package let dark: DarkCoupling?

  /// Makes a Z'.
  package init(mass: Mass, coupling: Double, dark: DarkCoupling? = nil) {
    self.mass = mass
    self.coupling = coupling
    self.dark = dark
  }

  package func decays(in world: VisibleSector) -> DecayTable {
    let square = coupling * coupling
    let mixing = MuTauMixing.perCoupling(
      atSquare: mass.gev * mass.gev, leptonMasses: world.leptonMasses)
    let loop = ElectromagneticDecays(
      mass: mass.gev, epsilonSquared: square * mixing.magnitudeSquared)
    var channels = [
      DecayChannel(
        "nu nu~", width: square * mass.gev / (12 * .pi), note: "sum of nu_mu and nu_tau")
    ]
    channels += loop.leptons(world, [.electron], note: Self.loopNote)
    channels += [Lepton.muon, .tau].map { lepton in
      let leptonMass = world.leptonMasses[lepton]
      return DecayChannel(
        lepton.pairName, threshold: 2 * leptonMass, mass: mass.gev,
        width: square
          * LorentzStructure.vector.pairWidth(mass: mass.gev, fermionMass: leptonMass))
    }
    channels.append(loop.hadrons(world, note: Self.loopNote))
    if let dark { channels.append(dark.channel(mass: mass.gev)) }
    return DecayTable(mass: mass, channels: channels)
  }

  private static let loopNote = "through loops of muons and taus"
}
