// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// A dark particle that a spin-1 mediator may decay into.
///
/// Masses are in GeV. /// The Lagrangians fix the factors of two. With A' the mediator and g_D its dark coupling,
/// alpha_D = g_D^2 / (4 pi):
///
/// | case | Lagrangian |
/// |---|---|
/// | dirac | g_D A'_mu chibar gamma^mu chi |
/// | majorana | (g_D / 2) A'_mu chibar gamma^mu gamma5 chi |
/// | pseudoDirac | i g_D A'_mu chi1bar gamma^mu chi2 |
/// | complexScalar | i g_D A'_mu (phi* d^mu phi - phi d^mu phi*) |
/// | axialDirac | g_D A'_mu chibar gamma^mu gamma5 chi |
///
/// The 1/2 of the Majorana case belongs to the convention: without it the width is four times as
/// large.
package enum DarkMatter: Hashable, Sendable {
  /// A Dirac fermion with a vector coupling.
  case dirac(mass: Double)
  /// A Majorana fermion, which can only couple axially.
  case majorana(mass: Double)
  /// Two Majorana states that a small splitting makes of a Dirac fermion; the coupling joins them.
  case pseudoDirac(light: Double, heavy: Double)
  /// A complex scalar.
  case complexScalar(mass: Double)
  /// A Dirac fermion with an axial coupling.
  case axialDirac(mass: Double)

  /// The name of the pair in tables of channels.
  package var pairName: String {
    switch self {
    case .dirac, .axialDirac: "chi chi~"
    case .majorana: "chi chi"
    case .pseudoDirac: "chi1 chi2"
    case .complexScalar: "phi phi*"
    }
  }

  /// The mass in GeV above which the mediator can decay into the pair.
  package var threshold: Double {
    switch self {
    case .dirac(let mass), .majorana(let mass), .complexScalar(let mass), .axialDirac(let mass):
      2 * mass
    case .pseudoDirac(let light, let heavy): light + heavy
    }
  }

  /// The width of a spin-1 mediator of mass M into the pair, per alpha_D, in GeV.
  ///
  /// With r = m^2 / M^2, beta = sqrt(1 - 4 r), S = m1 + m2 and D = m1 - m2:
  ///
  ///     dirac           M / 3  beta (1 + 2 r)
  ///     majorana        M / 6  beta^3
  ///     pseudoDirac     M / 3  (1 - D^2 / M^2)^(3/2) (1 + S^2 / (2 M^2)) sqrt(1 - S^2 / M^2)
  ///     complexScalar   M / 12 beta^3
  ///     axialDirac      M / 3  beta^3
  ///
  /// Zero at and below threshold.
  /// - Source: PDG:2024cfk, review Kinematics, two-body decays (the squared amplitudes are traces)
  package func width(mass: Double) -> Double {
    guard mass > threshold else { return 0 }
    switch self {
    case .dirac(let particle):
      return 4 * .pi * LorentzStructure.vector.pairWidth(mass: mass, fermionMass: particle)
    case .axialDirac(let particle):
      return 4 * .pi * LorentzStructure.axial.pairWidth(mass: mass, fermionMass: particle)
    case .majorana(let particle):
      return 2 * .pi * LorentzStructure.axial.pairWidth(mass: mass, fermionMass: particle)
    case .complexScalar(let particle):
      return .pi * LorentzStructure.axial.pairWidth(mass: mass, fermionMass: particle)
    case .pseudoDirac(let light, let heavy):
      let sum = (light + heavy) / mass
      let difference = (light - heavy) / mass
      let opening = ((1 - sum) * (1 + sum)).squareRoot()
      let unequal = (1 - difference) * (1 + difference)
      return mass / 3 * unequal * unequal.squareRoot() * (1 + sum * sum / 2) * opening
    }
  }
}
