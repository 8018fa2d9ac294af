// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Kinematics

/// Makes the modes of a mediator from the names of channels in its ``DecayTable``.
package struct DecayModeBuilder: Sendable {
  /// The mass of the mediator in GeV.
  package let mass: Double

  /// How it couples; kinetic mixing and gauge bosons are `vector`.
  package let structure: LorentzStructure

  /// The masses of the leptons in GeV.
  package let leptonMasses: PerLepton

  /// The dark pair it couples to.
  package let dark: DarkMatter?

  /// Its polarisation, which counts for spin 1.
  package let polarisation: Polarisation

  /// Joins what the names of channels do not say.
  package init(
    mass: Double, structure: LorentzStructure, leptonMasses: PerLepton, dark: DarkMatter? = nil,
    polarisation: Polarisation = .none
  ) {
    self.mass = mass
    self.structure = structure
    self.leptonMasses = leptonMasses
    self.dark = dark
    self.polarisation = polarisation
  }

  /// The mode of an open channel; nil if only its width is known, as for hadrons.
  /// - Throws: ``DecayError`` if the masses leave no room for the channel.
  package func mode(ofChannel name: String) throws(DecayError) -> DecayMode? {
    if let lepton = Lepton.allCases.first(where: { $0.pairName == name }) {
      let lightest = leptonMasses[lepton]
      return try pair(name, lightest, lightest, helicities(lightest, structure))
    }
    if let dark, dark.pairName == name { return try pair(name, dark) }
    switch name {
    case "gamma gamma": return try pair(name, 0, 0, .scalars)
    case "nu nu~": return try pair(name, 0, 0, helicities(0, .vector))
    case "3 gamma":
      return DecayMode(
        daughters: ["gamma", "gamma", "gamma"], .photons(try PhotonTripletDecay(of: mass)),
        angles: "isotropic: averaged over the spin of the parent, its polarisation left out")
    default: return nil
    }
  }

  private func helicities(_ fermion: Double, _ structure: LorentzStructure) -> PairHelicities {
    structure == .axial
      ? .axial(parent: mass, fermion, fermion) : .vector(parent: mass, fermion, fermion)
  }

  private func pair(_ name: String, _ dark: DarkMatter) throws(DecayError) -> DecayMode {
    switch dark {
    case .dirac(let each): try pair(name, each, each, .vector(parent: mass, each, each))
    case .majorana(let each), .axialDirac(let each):
      try pair(name, each, each, .axial(parent: mass, each, each))
    case .pseudoDirac(let light, let heavy):
      try pair(name, light, heavy, .vector(parent: mass, light, heavy))
    case .complexScalar(let each): try pair(name, each, each, .scalars)
    }
  }

  private func pair(
    _ name: String, _ m1: Double, _ m2: Double, _ helicities: PairHelicities
  ) throws(DecayError) -> DecayMode {
    let kinematics = try TwoBodyDecay(of: mass, into: m1, m2)
    let hasSpin = structure == .vector || structure == .axial
    let angle = hasSpin ? helicities.polarAngle(polarisation) : .isotropic
    let angles: String
    if hasSpin {
      angles = (angle.isIsotropic ? "isotropic: " : "by helicity amplitudes: ") + "\(polarisation)"
    } else {
      angles = "isotropic: the parent has no spin"
    }
    return DecayMode(
      daughters: name.split(separator: " ").map(String.init),
      .pair(PairDecay(kinematics, polarAngle: angle)), angles: angles)
  }
}
