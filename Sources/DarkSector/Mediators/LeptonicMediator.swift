// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A mediator that couples to charged leptons, and perhaps to photons and to dark matter.
///
/// It serves for the generic X of missing-energy searches (scalar, pseudoscalar, vector, axial) and,
/// without leptons, for an axion-like particle: L = -(G/4) a F Ftilde + sum over leptons of
/// ``LorentzStructure``. The partial widths are ``LorentzStructure/pairWidth(mass:fermionMass:)``
/// and, for spin 0, ``PhotonPairDecay``, whose direct and loop couplings interfere with the signs
/// given here. Hadrons are left out: the couplings to quarks are zero.
package struct LeptonicMediator: Mediator, Hashable {
  package let mass: Mass

  /// How it couples to leptons.
  package let structure: LorentzStructure

  /// Its couplings to the leptons.
  package let leptons: PerLepton

  /// Its direct coupling to photons; only for spin 0.
  package let photon: InverseEnergy

  /// Whether loops of leptons add to the coupling to photons; only for spin 0.
  package let hasPhotonLoops: Bool

  /// The Dirac fermion it couples to beyond the visible world, and that coupling.
  package let dark: DarkFermion?

  /// A dark Dirac fermion with the mediator's own Lorentz structure: its mass in GeV and g_chi.
  package struct DarkFermion: Hashable, Sendable {
    /// The mass in GeV.
    package let mass: Double
    /// The coupling.
    package let coupling: Double

    /// Joins mass (GeV) and coupling.
    package init(mass: Double, coupling: Double) {
      self.mass = mass
      self.coupling = coupling
    }
  }

  /// Makes a mediator.
  package init(
    mass: Mass, structure: LorentzStructure, leptons: PerLepton,
    photon: InverseEnergy = .perGeV(0), hasPhotonLoops: Bool = true, dark: DarkFermion? = nil
  ) {
    self.mass = mass
    self.structure = structure
    self.leptons = leptons
    self.photon = photon
    self.hasPhotonLoops = hasPhotonLoops
    self.dark = dark
  }

  package func decays(in world: VisibleSector) -> DecayTable {
    var channels = Lepton.allCases.compactMap { lepton in pair(lepton, world) }
    switch structure {
    case .scalar: channels.append(photons(.scalar, world))
    case .pseudoscalar: channels.append(photons(.pseudoscalar, world))
    case .vector: channels.append(threePhotons(world))
    case .axial: break
    }
    if let dark {
      let width = structure.pairWidth(mass: mass.gev, fermionMass: dark.mass)
      channels.append(
        DecayChannel(
          "chi chi~", threshold: 2 * dark.mass, mass: mass.gev,
          width: dark.coupling * dark.coupling * width))
    }
    return DecayTable(mass: mass, channels: channels, notes: notes)
  }

  private var notes: [String] {
    structure == .axial
      ? ["two photons are forbidden to spin 1 (Landau, Yang), three to the axial current (C)"] : []
  }

  /// The channel of a lepton; `nil` for one that is not coupled.
  private func pair(_ lepton: Lepton, _ world: VisibleSector) -> DecayChannel? {
    let coupling = leptons[lepton]
    guard coupling != 0 else { return nil }
    let leptonMass = world.leptonMasses[lepton]
    return DecayChannel(
      lepton.pairName, threshold: 2 * leptonMass, mass: mass.gev,
      width: coupling * coupling * structure.pairWidth(mass: mass.gev, fermionMass: leptonMass))
  }

  private func photons(_ parity: PhotonPairDecay.Parity, _ world: VisibleSector) -> DecayChannel {
    var effective = ComplexNumber(photon.perGeV)
    if hasPhotonLoops {
      for lepton in Lepton.allCases where leptons[lepton] != 0 {
        let loop = PhotonPairDecay.loopCoupling(
          parity, mass: mass.gev, leptonMass: world.leptonMasses[lepton],
          coupling: leptons[lepton])
        effective = effective + loop
      }
    }
    return DecayChannel(
      PhotonPairDecay.name, width: PhotonPairDecay.width(mass: mass.gev, coupling: effective),
      note: photon.perGeV == 0 && hasPhotonLoops ? "through loops of leptons" : nil)
  }

  private func threePhotons(_ world: VisibleSector) -> DecayChannel {
    let charge = PhysicalConstants.naturalCharge
    let epsilon = leptons.electron / charge
    return ThreePhotonDecay.channel(
      mass: mass.gev, epsilonSquared: epsilon * epsilon,
      electronMass: world.leptonMasses.electron)
  }
}
