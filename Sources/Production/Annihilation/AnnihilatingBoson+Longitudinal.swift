// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector

extension AnnihilatingBoson {
  /// The width in GeV, per coupling of X, of the spin-0 part of an axial X of mass sqrt(s).
  ///
  /// The axial current of a fermion of mass m is not conserved: its divergence is 2 m times the
  /// pseudoscalar density. This is the width of a pseudoscalar with the same coupling times
  /// (2 m)^2 / s. It is zero for conserved currents, and taken as zero for a pseudo-Dirac pair, whose
  /// current has a divergence of the size of the splitting of its masses.
  func longitudinalWidth(into pair: AnnihilationPair, mass: Double) -> Double {
    let (strength, particle): (Double, Double)
    switch pair {
    case .leptons(let lepton):
      (strength, particle) = (leptons[lepton] * leptons[lepton], leptonMasses[lepton])
    case .dark:
      switch dark?.matter {
      case .axialDirac(let own): (strength, particle) = (4 * .pi * (dark?.alpha ?? 0), own)
      case .majorana(let own): (strength, particle) = (2 * .pi * (dark?.alpha ?? 0), own)
      default: return 0
      }
    }
    let share = 2 * particle / mass
    return strength * share * share
      * LorentzStructure.pseudoscalar.pairWidth(mass: mass, fermionMass: particle)
  }
}
