// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// How a mediator X couples to a fermion f of mass m_f with coupling g.
///
/// | case | Lagrangian |
/// |---|---|
/// | scalar | g X fbar f |
/// | pseudoscalar | i g X fbar gamma5 f |
/// | vector | g X_mu fbar gamma^mu f |
/// | axial | g X_mu fbar gamma^mu gamma5 f |
package enum LorentzStructure: String, CaseIterable, Sendable {
  /// Spin 0, even under parity.
  case scalar
  /// Spin 0, odd under parity.
  case pseudoscalar
  /// Spin 1, the current of electric charge.
  case vector
  /// Spin 1, the axial current.
  case axial

  /// The width of X into a pair of one Dirac fermion, per g^2, in GeV.
  ///
  /// With M the mass of X in GeV, r = m_f^2 / M^2 and beta = sqrt(1 - 4 r):
  ///
  ///     scalar         M / (8 pi)  beta^3
  ///     pseudoscalar   M / (8 pi)  beta
  ///     vector         M / (12 pi) beta (1 + 2 r)
  ///     axial          M / (12 pi) beta^3
  ///
  /// Zero at and below the threshold M = 2 m_f. A colourless fermion; both helicities.
  /// - Source: PDG:2024cfk, review Kinematics, two-body decays (the squared amplitudes are traces)
  package func pairWidth(mass: Double, fermionMass: Double) -> Double {
    let beta = PairThreshold.velocity(mass: mass, each: fermionMass)
    switch self {
    case .scalar: return mass / (8 * .pi) * beta * beta * beta
    case .pseudoscalar: return mass / (8 * .pi) * beta
    case .vector:
      let ratio = fermionMass / mass
      return mass / (12 * .pi) * beta * (1 + 2 * ratio * ratio)
    case .axial: return mass / (12 * .pi) * beta * beta * beta
    }
  }
}

/// The opening of a channel with two particles.
enum PairThreshold {
  /// The velocity sqrt(1 - 4 m^2 / M^2) of two equal particles from a parent of mass M, in c.
  ///
  /// Factorised, so that it keeps its digits at the threshold; zero below it.
  static func velocity(mass: Double, each particle: Double) -> Double {
    guard mass > 2 * particle else { return 0 }
    return ((mass - 2 * particle) * (mass + 2 * particle)).squareRoot() / mass
  }
}
