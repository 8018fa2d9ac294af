// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The dark matter of a model, whose masses may follow that of the mediator.
package struct DarkMatterChoice: Hashable, Sendable {
  /// What it is.
  package let kind: DarkMatterKeys.Kind
  /// Its own mass, if the card gives one.
  package let mass: Mass?
  /// Its mass over the mediator's, if the card does not.
  package let massRatio: Double
  /// The relative splitting of pseudo-Dirac states.
  package let splitting: Double
  /// The dark fine-structure constant.
  package let alpha: Double

  /// Reads the section of a card; `nil` if there is no dark matter.
  init?(_ section: Section) {
    kind = section[DarkMatterKeys.kind]
    mass = section[DarkMatterKeys.mass]
    massRatio = section[DarkMatterKeys.massRatio]
    splitting = section[DarkMatterKeys.splitting]
    alpha = section[DarkMatterKeys.alpha]
    if kind == .none { return nil }
  }

  /// The mass of the (lighter) particle in GeV for a mass of the mediator.
  package func particleMass(at mediator: Mass) -> Double {
    mass?.gev ?? massRatio * mediator.gev
  }

  /// The coupling to a mediator of spin 1.
  package func coupling(at mediator: Mass) -> DarkCoupling? {
    let particle = particleMass(at: mediator)
    let matter: DarkMatter
    switch kind {
    case .none: return nil
    case .dirac: matter = .dirac(mass: particle)
    case .majorana: matter = .majorana(mass: particle)
    case .pseudoDirac:
      matter = .pseudoDirac(light: particle, heavy: particle * (1 + splitting))
    case .scalar: matter = .complexScalar(mass: particle)
    case .axialDirac: matter = .axialDirac(mass: particle)
    }
    return DarkCoupling(matter, alpha: alpha)
  }

  /// The fermion of a mediator that couples with one Lorentz structure to all.
  func fermion(at mediator: Mass) -> LeptonicMediator.DarkFermion {
    LeptonicMediator.DarkFermion(
      mass: particleMass(at: mediator), coupling: (4 * .pi * alpha).squareRoot())
  }
}
