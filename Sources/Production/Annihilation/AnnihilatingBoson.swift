// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Quantities

/// X as a resonance of e+ e-: its couplings to leptons and dark matter, and the widths they give.
package struct AnnihilatingBoson: Hashable, Sendable {
  /// How it couples to leptons.
  package let structure: LorentzStructure
  /// Its mass M in GeV.
  package let mass: Double
  /// Its couplings g to the leptons.
  package let leptons: PerLepton
  /// The masses of the leptons in GeV.
  package let leptonMasses: PerLepton
  /// The dark particle it couples to, and alpha_D.
  package let dark: DarkCoupling?
  /// The width in GeV of everything else at M, such as hadrons and photons.
  ///
  /// It does not run with s.
  package let otherWidth: Double

  /// Joins couplings and masses.
  ///
  /// For spin 1 `dark` is any kind of ``DarkMatter`` with its own coupling. For spin 0 it is a Dirac
  /// fermion that shares the structure of X.
  package init(
    _ structure: LorentzStructure, mass: Double, leptons: PerLepton, leptonMasses: PerLepton,
    dark: DarkCoupling? = nil, otherWidth: Double = 0
  ) {
    self.structure = structure
    self.mass = mass
    self.leptons = leptons
    self.leptonMasses = leptonMasses
    self.dark = dark
    self.otherWidth = otherWidth
  }

  /// A dark photon with all its channels: leptons, hadrons, dark matter.
  package init(_ photon: DarkPhoton, in world: VisibleSector) {
    self.init(
      .vector, mass: photon.mass.gev,
      leptons: .each(photon.epsilon * PhysicalConstants.naturalCharge), dark: photon.dark,
      table: photon.decays(in: world), world)
  }

  /// A leptonic mediator with all its channels; its dark fermion couples as its leptons do.
  package init(_ mediator: LeptonicMediator, in world: VisibleSector) {
    let dark = mediator.dark.map { fermion in
      DarkCoupling(
        mediator.structure == .axial
          ? .axialDirac(mass: fermion.mass) : .dirac(mass: fermion.mass),
        alpha: fermion.coupling * fermion.coupling / (4 * .pi))
    }
    self.init(
      mediator.structure, mass: mediator.mass.gev, leptons: mediator.leptons, dark: dark,
      table: mediator.decays(in: world), world)
  }

  private init(
    _ structure: LorentzStructure, mass: Double, leptons: PerLepton, dark: DarkCoupling?,
    table: DecayTable, _ world: VisibleSector
  ) {
    let own = Lepton.allCases.map(\.pairName) + [dark?.matter.pairName].compactMap { $0 }
    let others = table.channels.filter { !own.contains($0.name) }
    self.init(
      structure, mass: mass, leptons: leptons, leptonMasses: world.leptonMasses, dark: dark,
      otherWidth: others.reduce(0) { $0 + $1.width })
  }

  /// The sum of the masses of a pair in GeV; nil if X does not couple to it.
  package func threshold(of pair: AnnihilationPair) -> Double? {
    switch pair {
    case .dark:
      guard let dark, dark.alpha > 0 else { return nil }
      return dark.matter.threshold
    case .leptons(let lepton): return leptons[lepton] == 0 ? nil : 2 * leptonMasses[lepton]
    }
  }

  /// The width in GeV of an X of any mass (GeV) with these couplings into a pair; zero if closed.
  package func width(into pair: AnnihilationPair, mass: Double) -> Double {
    switch pair {
    case .dark:
      guard let dark else { return 0 }
      if case .dirac(let particle) = dark.matter {
        let kind: LorentzStructure = isSpinOne ? .vector : structure
        return 4 * .pi * dark.alpha * kind.pairWidth(mass: mass, fermionMass: particle)
      }
      return dark.alpha * dark.matter.width(mass: mass)
    case .leptons(let lepton):
      return leptons[lepton] * leptons[lepton]
        * structure.pairWidth(mass: mass, fermionMass: leptonMasses[lepton])
    }
  }

  /// The full width in GeV of an X of any mass (GeV) with these couplings.
  package func totalWidth(mass: Double) -> Double {
    Lepton.allCases.reduce(width(into: .dark, mass: mass) + otherWidth) { sum, lepton in
      sum + width(into: .leptons(lepton), mass: mass)
    }
  }

  /// True for vector and axial.
  var isSpinOne: Bool { structure == .vector || structure == .axial }

  /// The number of states of X at rest, 2 J + 1.
  var multiplicity: Double { isSpinOne ? 3 : 1 }
}
