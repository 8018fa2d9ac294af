// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A kind of particle of the Standard Model: mass, width, charge, spin, numbers and names.
package struct Particle: Hashable, Sendable {
  /// The name that the program prints, such as `e-`.
  package let name: String
  /// Other names by which it is found.
  package let aliases: [String]
  /// The number of the Monte Carlo numbering scheme; negative for antiparticles.
  package let pdgID: Int
  /// The mass.
  package let mass: Mass
  /// The error of the mass; the larger one where they differ.
  package let massError: Mass
  /// The total width; zero for a stable particle, `nil` where none is defined, as for K0.
  package let width: Energy?
  /// The error of the width.
  package let widthError: Energy?
  /// The charge in thirds of the positron's.
  package let chargeThirds: Int
  /// Twice the spin, in units of hbar.
  package let twiceSpin: Int
  /// The name of the antiparticle; its own if it is its own antiparticle.
  package let antiparticleName: String
  /// What the numbers mean where that is not plain; empty otherwise.
  package let note: String

  /// The charge in units of the positron's.
  package var charge: Double { Double(chargeThirds) / 3 }

  /// True for particles that never decay.
  package var isStable: Bool { width == .zero }

  /// True for particles that are their own antiparticles.
  package var isOwnAntiparticle: Bool { antiparticleName == name }

  /// The mean life, hbar / Gamma; `nil` for particles that are stable or have no width.
  ///
  /// hbar = 6.582119569e-25 GeV s; Gamma: total width in GeV.
  package var lifetime: Time? {
    guard let width, width > .zero else { return nil }
    return .s(PhysicalConstants.reducedPlanck / width.gev)
  }

  /// The proper decay length c tau; `nil` for particles that are stable or have no width.
  package var decayLength: Length? {
    lifetime.map { .mm(PhysicalConstants.speedOfLight * $0.ns) }
  }
}
