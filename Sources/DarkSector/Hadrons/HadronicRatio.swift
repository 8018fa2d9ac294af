// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Quantities

/// The ratio R(s) of e+ e- into hadrons to the massless point cross section 4 pi alpha^2 / (3 s).
///
/// It is what the hadronic width of a vector with electromagnetic couplings needs, whatever their
/// strength: Gamma = alpha epsilon^2 M / 3 R(M). It is a value, made once from its tables in some 20
/// milliseconds; a call costs a few microseconds and resolves the omega and the phi.
///
/// Below 1.8 GeV R is the sum of its exclusive parts, above 2 GeV that of perturbative QCD, and
/// between it moves linearly from one to the other:
///
///     pi+ pi-          |beta^(3/2) F_pi / 2|^2, Gounaris-Sakurai with rho-omega mixing
///     K+ K-, K0L K0S   |beta^(3/2) F_K / 2 + phi|^2, vector dominance
///     pi+ pi- pi0, pi0 gamma, eta gamma
///                      (9 / (alpha^2 sqrt s)) |sum over V of A_V|^2, V = rho, omega, phi, ...
///     four and more mesons   smooth tables
///
/// About 2% below 1 GeV away from the omega and the phi (whose peaks follow the error of their
/// electronic widths), 10% up to 2 GeV, where the tables are recalled. The charmonium and
/// bottomonium states are not resolved.
/// - Source: BaBar:2012bdw (pions), Bruch:2004py (kaons), Achasov:2003ir (three pions)
package struct HadronicRatio: Sendable {
  /// One exclusive final state at one energy.
  package struct Part: Hashable, Sendable {
    /// The final state, such as `pi+ pi-`.
    package let name: String
    /// Its contribution to R.
    package let ratio: Double
  }

  let masses: HadronMasses
  let pion: PionFormFactor
  let kaon: KaonFormFactors
  let mesons: [VectorMeson]
  let phaseSpace: MesonPhaseSpace
  let continuum: HadronicContinuum
  let perturbative: PerturbativeRatio

  /// Where the sum of exclusive parts begins to give way, and where it has, in GeV.
  package static let transition = 1.8...2.0

  /// The mass in GeV below which there are no hadrons: that of pi0 gamma.
  package var threshold: Double { masses.neutralPion }

  /// The massless point cross section 4 pi alpha^2 / (3 s) in nb, at sqrt(s) in GeV.
  ///
  /// - Source: PDG:2024cfk, review Plots of Cross Sections, normalisation of R
  package static func pointCrossSection(at energy: Double) -> Double {
    let alpha = PhysicalConstants.fineStructure
    let natural = 4 * .pi * alpha * alpha / (3 * energy * energy)
    return natural * PhysicalConstants.perGeVSquaredInPb / 1e3
  }

  /// R at sqrt(s) = `energy` in GeV.
  package func value(at energy: Double) -> Double {
    guard energy > threshold else { return 0 }
    let (lower, upper) = (Self.transition.lowerBound, Self.transition.upperBound)
    if energy >= upper { return perturbative.value(at: energy) }
    var sum = 0.0
    forEachPart(at: energy) { sum += $1 }
    guard energy > lower else { return sum }
    let share = (energy - lower) / (upper - lower)
    return (1 - share) * sum + share * perturbative.value(at: energy)
  }

  /// The exclusive parts of R at sqrt(s) = `energy` in GeV, up to 2 GeV.
  package func parts(at energy: Double) -> [Part] {
    var parts: [Part] = []
    forEachPart(at: energy) { parts.append(Part(name: $0, ratio: $1)) }
    return parts
  }

  /// What to say of R at a mass in GeV; `nil` where nothing is left out.
  func note(at mass: Double) -> String? {
    if mass > 2.9 { return "perturbative R; charmonium and bottomonium are not resolved" }
    return mass >= Self.transition.lowerBound ? "perturbative R" : nil
  }

  private func forEachPart(at energy: Double, _ body: (String, Double) -> Void) {
    guard energy > threshold else { return }
    let s = energy * energy
    let pions = velocityFactor(masses.chargedPion, at: energy)
    body(
      MesonChannel.chargedPions.rawValue, pions > 0 ? pions * pion.value(s).magnitudeSquared : 0)
    for channel in MesonChannel.allCases where channel != .chargedPions {
      var amplitude = ComplexNumber(0)
      for meson in mesons {
        amplitude = amplitude + meson.amplitude(channel, at: energy, phaseSpace)
      }
      let scale = 3 / (PhysicalConstants.fineStructure * energy.squareRoot())
      amplitude = scale * amplitude + directAmplitude(channel, at: energy)
      body(channel.rawValue, amplitude.magnitudeSquared)
    }
    for part in continuum.parts { body(part.name, continuum.value(part, at: energy)) }
  }

  /// The part of an amplitude that does not come from the narrow mesons; its square is R.
  private func directAmplitude(_ channel: MesonChannel, at energy: Double) -> ComplexNumber {
    switch channel {
    case .chargedKaons:
      let factor = velocityFactor(masses.chargedKaon, at: energy)
      return factor > 0
        ? factor.squareRoot() * kaon.charged(energy * energy) : ComplexNumber(0)
    case .neutralKaons:
      let factor = velocityFactor(masses.neutralKaon, at: energy)
      return factor > 0
        ? factor.squareRoot() * kaon.neutral(energy * energy) : ComplexNumber(0)
    default: return ComplexNumber(0)
    }
  }

  /// beta^3 / 4: R of a pair of scalars with unit form factor.
  private func velocityFactor(_ particle: Double, at energy: Double) -> Double {
    let velocity = PairThreshold.velocity(mass: energy, each: particle)
    return velocity * velocity * velocity / 4
  }
}
