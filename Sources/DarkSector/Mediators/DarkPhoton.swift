// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A dark photon A', which mixes kinetically with the photon: L = epsilon e A'_mu J_em^mu.
///
/// The partial widths with M the mass in GeV are
///
///     l+ l-      alpha epsilon^2 M / 3 (1 + 2 r) sqrt(1 - 4 r),  r = m_l^2 / M^2
///     hadrons    alpha epsilon^2 M / 3 R(M)
///     3 gamma    below 2 m_e, see ThreePhotonDecay
///     dark       alpha_D times DarkMatter.width
///
/// R is normalised to the massless point cross section 4 pi alpha^2 / (3 s), never to that of
/// massive muons: a table of sigma_had / sigma(mu mu) put in its place would lose 11% at 0.3 GeV.
/// Mixing with the Z is left out, so the mass should stay well below it (10 GeV).
/// - Source: Ilten:2018crw, section 2
package struct DarkPhoton: Mediator, Hashable {
  package let mass: Mass

  /// The kinetic mixing.
  package let epsilon: Double

  /// What it couples to beyond the visible world.
  package let dark: DarkCoupling?

  /// Makes a dark photon.
  package init(mass: Mass, epsilon: Double, dark: DarkCoupling? = nil) {
    self.mass = mass
    self.epsilon = epsilon
    self.dark = dark
  }

  package func decays(in world: VisibleSector) -> DecayTable {
    let current = ElectromagneticDecays(mass: mass.gev, epsilonSquared: epsilon * epsilon)
    var channels = current.leptons(world, Lepton.allCases)
    channels.append(current.hadrons(world))
    channels.append(current.photons(world))
    if let dark { channels.append(dark.channel(mass: mass.gev)) }
    return DecayTable(mass: mass, channels: channels)
  }
}

/// The decays of a vector through the electromagnetic current, for a given |epsilon|^2.
struct ElectromagneticDecays {
  /// The mass in GeV.
  let mass: Double
  /// The mixing squared.
  let epsilonSquared: Double

  /// The width of one massless lepton pair, alpha |epsilon|^2 M / 3, in GeV.
  var pointWidth: Double { PhysicalConstants.fineStructure * epsilonSquared * mass / 3 }

  /// The channels of some leptons.
  func leptons(
    _ world: VisibleSector, _ flavours: [Lepton], note: String? = nil
  ) -> [DecayChannel] {
    let chargeSquared = 4 * .pi * PhysicalConstants.fineStructure
    return flavours.map { lepton in
      let leptonMass = world.leptonMasses[lepton]
      let perCharge = LorentzStructure.vector.pairWidth(mass: mass, fermionMass: leptonMass)
      return DecayChannel(
        lepton.pairName, threshold: 2 * leptonMass, mass: mass, note: note,
        width: epsilonSquared * chargeSquared * perCharge)
    }
  }

  /// The sum over all hadronic final states.
  func hadrons(_ world: VisibleSector, note: String? = nil) -> DecayChannel {
    let notes = [note, world.hadrons.note(at: mass)].compactMap { $0 }
    return DecayChannel(
      "hadrons", threshold: world.hadrons.threshold, mass: mass,
      note: notes.isEmpty ? nil : notes.joined(separator: "; "),
      width: pointWidth * world.hadrons.value(at: mass))
  }

  /// Three photons, below the electrons' threshold.
  func photons(_ world: VisibleSector) -> DecayChannel {
    ThreePhotonDecay.channel(
      mass: mass, epsilonSquared: epsilonSquared, electronMass: world.leptonMasses.electron)
  }
}
