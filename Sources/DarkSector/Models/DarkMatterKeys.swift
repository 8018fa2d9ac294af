// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The keys of the dark matter that a mediator couples to.
package enum DarkMatterKeys {
  /// What it is.
  package enum Kind: String, CaseIterable, Sendable {
    /// There is none.
    case none
    /// A Dirac fermion; with a mediator of spin 1, a vector coupling.
    case dirac
    /// A Majorana fermion.
    case majorana
    /// Two nearly equal Majorana states.
    case pseudoDirac = "pseudo-dirac"
    /// A complex scalar.
    case scalar
    /// A Dirac fermion with an axial coupling.
    case axialDirac = "axial-dirac"
  }

  /// What it is.
  package static let kind = Key<Kind>(
    "kind", .choice(of: Kind.self), default: .none, meaning: "what the dark matter is")

  /// Its mass by itself.
  package static let mass = Key<Mass?>(
    "mass", optional: .quantity(.nonNegative),
    meaning: "mass of the (lighter) dark particle; it overrides 'mass-ratio'", example: "10 MeV")

  /// Its mass beside the mediator's.
  package static let massRatio = Key<Double>(
    "mass-ratio", .number(.nonNegative), default: 1.0 / 3,
    meaning: "mass of the (lighter) dark particle over that of the mediator")

  /// The splitting.
  package static let splitting = Key<Double>(
    "splitting", .number(.nonNegative), default: 0,
    meaning: "pseudo-Dirac: mass of the heavier state over that of the lighter one, less 1")

  /// The coupling.
  package static let alpha = Key<Double>(
    "alpha-d", .number(.nonNegative), default: 0.1,
    meaning: "dark fine-structure constant, the dark coupling squared over 4 pi")

  static let form = Form(
    "dark-matter", meaning: "the dark matter that the mediator couples to",
    keys: [kind, mass, massRatio, splitting, alpha])
}
