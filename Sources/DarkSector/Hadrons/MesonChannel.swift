// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The final states into which the narrow vector mesons are followed, with their phase space.
enum MesonChannel: String, CaseIterable, Sendable {
  /// Three pions, through rho pi.
  case threePions = "pi+ pi- pi0"
  /// A neutral pion and a photon.
  case pionPhoton = "pi0 gamma"
  /// An eta and a photon.
  case etaPhoton = "eta gamma"
  /// Two charged kaons.
  case chargedKaons = "K+ K-"
  /// Two neutral kaons.
  case neutralKaons = "K0L K0S"
  /// Two charged pions.
  case chargedPions = "pi+ pi-"
}

/// The mass dependence of the width of a vector of mass M into each channel, with fixed coupling.
///
///     V -> P P       p^3 / M^2
///     V -> P gamma   k^3,  k = (M^2 - m_P^2) / (2 M)
///     V -> 3 pi      W(M) / M
///
/// - Source: PDG:2024cfk, review Kinematics, two-body decays
struct MesonPhaseSpace: Sendable {
  let masses: HadronMasses
  let threePions: ThreePionPhaseSpace

  /// The dependence at M in GeV, in units that cancel in ratios; zero below threshold.
  func value(_ channel: MesonChannel, at mass: Double) -> Double {
    switch channel {
    case .threePions: threePions.value(at: mass) / mass
    case .pionPhoton: photon(masses.neutralPion, at: mass)
    case .etaPhoton: photon(masses.eta, at: mass)
    case .chargedKaons: pair(masses.chargedKaon, at: mass)
    case .neutralKaons: pair(masses.neutralKaon, at: mass)
    case .chargedPions: pair(masses.chargedPion, at: mass)
    }
  }

  private func pair(_ particle: Double, at mass: Double) -> Double {
    let momentum = mass / 2 * PairThreshold.velocity(mass: mass, each: particle)
    return momentum * momentum * momentum / (mass * mass)
  }

  private func photon(_ particle: Double, at mass: Double) -> Double {
    guard mass > particle else { return 0 }
    let energy = (mass - particle) * (mass + particle) / (2 * mass)
    return energy * energy * energy
  }
}
