// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Quantities

extension ResonantAnnihilation {
  /// The total energy of the positron in GeV on the peak, M^2 / (2 m) - m; nil without a peak.
  ///
  /// There is none where X is lighter than the two electrons or than the pair it becomes.
  package var resonance: Double? {
    guard boson.mass > max(2 * Electron.mass, pairMass) else { return nil }
    return AnnihilationEnergy.resonance(mass: boson.mass)
  }

  /// Half the width of the peak at half its height in the energy of the positron, in GeV.
  ///
  /// M Gamma / (2 m), with the electrons at rest.
  package var halfWidth: Double {
    boson.mass * boson.totalWidth(mass: boson.mass) / (2 * Electron.mass)
  }

  /// The area of the peak over the energy of the positron, in pb GeV on one electron; nil without a
  /// peak.
  ///
  /// In the limit of a narrow X, with B_f its branching ratio and beta^2 = 1 - 4 m^2 / M^2:
  ///
  ///     integral of sigma dE = 2 pi^2 (2 J + 1) Gamma_ee B_f / (M m beta^2)
  ///
  /// The motion of the electrons leaves it as it is.
  package var strength: Double? {
    guard resonance != nil else { return nil }
    let mass = boson.mass
    let m = Electron.mass
    let betaSquared = (mass - 2 * m) * (mass + 2 * m) / (mass * mass)
    let branching = boson.width(into: pair, mass: mass) / boson.totalWidth(mass: mass)
    return PhysicalConstants.perGeVSquaredInPb * 2 * .pi * .pi * boson.multiplicity
      * boson.width(into: .leptons(.electron), mass: mass) * branching / (mass * m * betaSquared)
  }

  /// What is to be said of the numbers: what they leave out, and why there is no peak.
  package var notes: [String] {
    var notes: [String] = []
    if boson.mass <= 2 * Electron.mass {
      notes.append("no resonance: X is not heavier than e+ e-")
    } else if boson.mass <= pairMass {
      notes.append(
        "no resonance: X is not heavier than the pair, which it makes off its mass shell")
    }
    if case .leptons = pair {
      notes.append("X in the s channel alone: no photon, no interference, no exchange")
    }
    return notes
  }

  private var pairMass: Double { boson.threshold(of: pair) ?? 0 }
}

extension AnnihilatingBoson {
  /// The sum of the masses of a pair, where the process exists.
  func checkedThreshold(of pair: AnnihilationPair) throws(ProductionError) -> Double {
    try RadiatedBoson(structure, mass: mass, coupling: leptons.electron).requireElectronCoupling()
    try checkDark()
    guard let threshold = threshold(of: pair) else {
      switch pair {
      case .dark:
        throw ProductionError(
          "no annihilation into dark matter",
          because: "X has no coupling to it, or alpha_D is zero",
          try: "give the kind and mass of the dark particle and alpha_D above zero")
      case .leptons(let lepton):
        throw ProductionError(
          "no annihilation into \(lepton.pairName)", because: "X does not couple to it",
          try: "choose another final state, or give the coupling")
      }
    }
    let width = totalWidth(mass: mass)
    guard width <= ResonantAnnihilation.largestWidth * mass else {
      throw ProductionError(
        "no resonance of width \(width.formatted(significant: 4)) GeV",
        because: "it is comparable with the mass, \(mass.formatted(significant: 4)) GeV, "
          + "or above it: no particle, and no Breit-Wigner form",
        try: "lower the couplings until the width is at most half of the mass")
    }
    return threshold
  }

  /// Refuses dark matter that X cannot couple to.
  private func checkDark() throws(ProductionError) {
    guard let dark else { return }
    guard dark.alpha >= 0, dark.alpha.isFinite, dark.matter.threshold >= 0 else {
      throw ProductionError(
        "invalid dark coupling", because: "alpha_D and masses are numbers, zero or above",
        try: "give alpha_D such as 0.1")
    }
    if isSpinOne { return }
    guard case .dirac = dark.matter else {
      throw ProductionError(
        "no \(structure.rawValue) coupling to this kind of dark matter",
        because:
          "majorana, pseudo-dirac, scalar and axial-dirac belong to mediators of spin 1",
        try: "choose dirac")
    }
  }
}
