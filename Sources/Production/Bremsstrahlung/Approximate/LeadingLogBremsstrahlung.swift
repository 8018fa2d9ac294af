// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Glibc
import Numerics
import Quantities

/// The leading logarithm of bremsstrahlung l Z -> l Z X with a constant flux.
///
///     sigma = N alpha^2 g^2 / (4 pi) chi / m^2 sqrt(1 - m^2 / E^2) ln[1 / max(m_l / m, m / E)^2]
///
/// N = 4/3 for spin 1, 2/3 for spin 0; chi: flux from t_min = m^4 / (4 E^2) to t_max = m^2; m, m_l:
/// masses of X and of the lepton, E: total energy of the lepton, GeV.
///
/// A total alone: what is left beside the logarithm is of order one, so that it has no spectrum. It
/// needs m above m_l, and is poor unless the logarithm is large: 27% low for electrons at 1 MeV, 3%
/// at 10 MeV (against a constant flux). For muons it says nothing before the GeV. At and below m_l it
/// is refused.
///
/// - Source: Bjorken:2009mm, appendix A
/// - Source: Bondi:2021nfp, section 3, total cross section
package struct LeadingLogBremsstrahlung: Process {
  package static let name = "brems"

  /// X and its coupling to the lepton.
  package let boson: RadiatedBoson
  /// The mass of the lepton in GeV.
  package let leptonMass: Double
  /// The atom.
  package let atom: TargetAtom

  package let threshold: Double

  /// Makes the process; masses in GeV.
  package init(_ boson: RadiatedBoson, leptonMass: Double, on atom: TargetAtom) {
    self.boson = boson
    self.leptonMass = leptonMass
    self.atom = atom
    threshold = EmissionRange.threshold(
      mass: boson.mass, leptonMass: leptonMass, nucleus: atom.mass)
  }

  package func total(at energy: Double) throws(ProductionError) -> Estimate {
    try ProductionError.check(energy: energy)
    let mass = boson.mass
    try ProductionError.check(
      positive: mass, "mass of X", because: "a massless one has no finite cross section")
    try ProductionError.check(
      positive: leptonMass, "mass of the lepton", because: "leptons have mass")
    guard mass > leptonMass else {
      throw ProductionError(
        "no leading logarithm for a mass of X of \(mass) GeV",
        because: "ln(m / m_l) is not above zero at and below \(leptonMass) GeV, that of the lepton",
        try: "use the method exact, ww or iww")
    }
    guard energy > threshold else { return Estimate(value: 0, error: 0) }
    let share = mass / energy
    let least = 0.5 * mass * share
    let flux = atom.flux(from: least * least, to: mass * mass)
    let alpha = PhysicalConstants.fineStructure
    let coupling = alpha * alpha * boson.couplingSquare / (4 * .pi)
    let logarithm = -2 * log(max(leptonMass / mass, share))
    let velocity = ((1 - share) * (1 + share)).squareRoot()
    let value =
      strength * coupling * flux * velocity * logarithm / (mass * mass)
      * PhysicalConstants.perGeVSquaredInPb
    return Estimate(value: value, error: 1e-12 * value)
  }

  package func range(of variable: SpectrumVariable, at energy: Double) -> ClosedRange<Double>? {
    nil
  }

  package func differential(
    in variable: SpectrumVariable, at value: Double, energy: Double
  ) throws(ProductionError) -> Estimate {
    throw ProductionError(
      "no spectrum in \(variable.rawValue)", because: "the leading logarithm is a total alone",
      try: "use the method exact, ww or iww")
  }

  /// N.
  private var strength: Double {
    switch boson.structure {
    case .vector, .axial: 4.0 / 3
    case .scalar, .pseudoscalar: 2.0 / 3
    }
  }
}
