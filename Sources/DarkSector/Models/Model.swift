// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// A model as a card describes it: everything of a mediator but its mass and its coupling.
package struct Model: Sendable {
  /// The name of the card.
  package let name: String
  /// The heading for people.
  package let title: String
  /// Other names, such as `BC1`.
  package let aliases: [String]
  /// The key of the publication that defines the model.
  package let source: String?
  /// How the mediator couples.
  package let interaction: Interaction
  /// Its couplings to leptons over the given one.
  package let leptons: PerLepton
  /// Whether loops of leptons couple it to photons.
  package let hasPhotonLoops: Bool
  /// What dark matter it couples to; `nil` for none.
  package let darkMatter: DarkMatterChoice?

  /// Reads a model from its card, which was checked against ``ModelKeys``.
  package init(_ card: Card) {
    name = card.name
    title = card.title
    aliases = card[ModelKeys.aliases]
    source = card[ModelKeys.source]
    interaction = card[ModelKeys.interaction]
    let couplings = card[ModelKeys.leptons]
    leptons = PerLepton(
      electron: couplings[LeptonKeys.electron], muon: couplings[LeptonKeys.muon],
      tau: couplings[LeptonKeys.tau])
    hasPhotonLoops = card[ModelKeys.photonLoops]
    darkMatter = DarkMatterChoice(card[ModelKeys.darkMatter])
  }

  /// The mediator of the model at a mass and a coupling.
  ///
  /// - Parameters:
  ///   - mass: the mass, above zero.
  ///   - coupling: epsilon, g, or g in 1/GeV, as ``Interaction/couplingName`` says.
  /// - Returns: the mediator.
  package func mediator(mass: Mass, coupling: Double) -> any Mediator {
    switch interaction {
    case .kineticMixing:
      DarkPhoton(mass: mass, epsilon: coupling, dark: darkMatter?.coupling(at: mass))
    case .muTau:
      MuTauBoson(mass: mass, coupling: coupling, dark: darkMatter?.coupling(at: mass))
    case .scalar: leptonic(.scalar, mass, coupling)
    case .pseudoscalar: leptonic(.pseudoscalar, mass, coupling)
    case .vector: leptonic(.vector, mass, coupling)
    case .axial: leptonic(.axial, mass, coupling)
    case .photon:
      LeptonicMediator(
        mass: mass, structure: .pseudoscalar, leptons: .each(0), photon: .perGeV(coupling))
    }
  }

  /// The coupling to a lepton for a coupling of the model, as one-loop moments need it.
  ///
  /// For kinetic mixing it is epsilon e; the loop mixing of L_mu - L_tau with the electron is left
  /// out, so its electron has none.
  package func leptonCoupling(_ lepton: Lepton, coupling: Double) -> Double {
    switch interaction {
    case .kineticMixing: coupling * PhysicalConstants.naturalCharge
    case .muTau: lepton == .electron ? 0 : lepton == .muon ? coupling : -coupling
    case .photon: 0
    case .scalar, .pseudoscalar, .vector, .axial: coupling * leptons[lepton]
    }
  }

  private func leptonic(
    _ structure: LorentzStructure, _ mass: Mass, _ coupling: Double
  ) -> LeptonicMediator {
    LeptonicMediator(
      mass: mass, structure: structure,
      leptons: PerLepton(
        electron: coupling * leptons.electron, muon: coupling * leptons.muon,
        tau: coupling * leptons.tau),
      hasPhotonLoops: hasPhotonLoops, dark: darkMatter?.fermion(at: mass))
  }
}
