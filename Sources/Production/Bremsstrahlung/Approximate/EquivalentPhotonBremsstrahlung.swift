// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Numerics
import Quantities

/// Bremsstrahlung l Z -> l Z X by the method of equivalent photons (Weizsaecker and Williams).
///
/// The atom is a beam of virtual photons of flux chi, and each scatters as a real one would:
///
///     d sigma / (dx dU) = alpha^2 g^2 / (4 pi) k / (x E) (1 - x) A22(x, U) / U^2 chi
///     U = E^2 theta^2 x + m^2 (1 - x) / x + m_l^2 x
///     chi = integral from t_min to t_max of (t - t_min) / t^2 G2(t) dt
///
/// x = E_X / E; theta: angle of X, rad; k: momentum of X; m, m_l: masses of X and of the lepton;
/// g: coupling (epsilon e for the common convention); A22: `EmissionShape`. GeV throughout, sigma in
/// GeV^-2 before it becomes pb. The flux is either local, t_min = [U / (2 E (1 - x))]^2, or constant,
/// t_min = m^4 / (4 E^2) and t_max = m^2 + m_l^2 ("improved").
///
/// Valid for m_l, m << E and small angles. Against the full amplitude on lead the local flux is good
/// to 1% for muons of 160 GeV, but for electrons of 100 GeV 16% high at 17 MeV and 45% at 1 GeV. The
/// angle is the small one of the formula: with a constant flux it has no end. Leptons and
/// antileptons are alike.
///
/// - Source: Kim:1973he, improved Weizsaecker-Williams method
/// - Source: Bjorken:2009mm, appendix A
/// - Source: Liu:2017htz, section II
package struct EquivalentPhotonBremsstrahlung: Process {
  /// How the flux follows the emission.
  package enum Flux: Hashable, Sendable {
    /// It depends on x and theta through t_min, and ends where the limit says.
    case local(FluxLimit)
    /// It is one number at each energy.
    case constant
  }

  package static let name = "brems"

  /// X and its coupling to the lepton.
  package let boson: RadiatedBoson
  /// The mass of the lepton in GeV.
  package let leptonMass: Double
  /// The atom.
  package let atom: TargetAtom
  /// How the flux follows the emission.
  package let flux: Flux
  /// The numerical error that integrals aim at, as a fraction of the result.
  package var relativeError: Double

  package let threshold: Double

  /// Makes the process.
  ///
  /// - Parameters:
  ///   - boson: X and its coupling to the lepton.
  ///   - leptonMass: in GeV.
  ///   - atom: the atom.
  ///   - flux: local or constant.
  ///   - relativeError: what integrals aim at, 1e-7 to 0.01; finer ones meet rounding.
  package init(
    _ boson: RadiatedBoson, leptonMass: Double, on atom: TargetAtom, flux: Flux,
    relativeError: Double = 1e-4
  ) {
    self.boson = boson
    self.leptonMass = leptonMass
    self.atom = atom
    self.flux = flux
    self.relativeError = relativeError
    threshold = EmissionRange.threshold(
      mass: boson.mass, leptonMass: leptonMass, nucleus: atom.mass)
  }

  package func total(at energy: Double) throws(ProductionError) -> Estimate {
    try total(at: energy, shares: 0...1)
  }

  /// The cross section with x in a range.
  ///
  /// - Parameters:
  ///   - energy: total energy of the lepton in GeV.
  ///   - shares: the x that count, such as 0.5...1 for a missing energy above one half.
  /// - Returns: pb per atom.
  /// - Throws: where the formula does not apply or the integral fails.
  package func total(
    at energy: Double, shares: ClosedRange<Double>
  ) throws(ProductionError) -> Estimate {
    guard let emission = try emission(at: energy) else { return Estimate(value: 0, error: 0) }
    return try ProductionError.integrating("total cross section at \(energy) GeV") {
      try emission.total(shares, relativeError: relativeError)
    }
  }

  package func range(of variable: SpectrumVariable, at energy: Double) -> ClosedRange<Double>? {
    guard let emission = try? emission(at: energy) else { return nil }
    switch variable {
    case .energyFraction: return emission.range.lower...emission.range.upper
    case .angle: return 0...emission.largestAngle
    }
  }

  package func differential(
    in variable: SpectrumVariable, at value: Double, energy: Double
  ) throws(ProductionError) -> Estimate {
    guard let emission = try emission(at: energy) else { return Estimate(value: 0, error: 0) }
    return try ProductionError.integrating("spectrum at \(energy) GeV") {
      switch variable {
      case .energyFraction:
        return try emission.spectrum(at: value, 1 - value, relativeError: relativeError)
      case .angle:
        return try emission.angularSpectrum(at: value, relativeError: relativeError)
      }
    }
  }

  /// The cross section per x and per rad, d sigma / (dx d theta).
  ///
  /// - Parameters:
  ///   - x: the share of the energy; zero is returned outside its range.
  ///   - angle: theta in rad; zero is returned outside its range.
  ///   - energy: total energy of the lepton in GeV.
  /// - Returns: pb per rad and atom. It is in closed form; its error is rounding.
  /// - Throws: where the formula does not apply.
  package func doubleDifferential(
    x: Double, angle: Double, energy: Double
  ) throws(ProductionError) -> Estimate {
    guard let emission = try emission(at: energy) else { return Estimate(value: 0, error: 0) }
    let value = emission.doubleDifferential(at: x, 1 - x, angle: angle)
    return Estimate(value: value, error: 1e-12 * value)
  }

  /// All that holds at one energy; nil at and below threshold.
  private func emission(
    at energy: Double
  ) throws(ProductionError) -> EquivalentPhotonEmission? {
    try ProductionError.check(energy: energy)
    try ProductionError.check(
      positive: boson.mass, "mass of X", because: "a massless one has no finite cross section")
    try ProductionError.check(
      positive: leptonMass, "mass of the lepton", because: "leptons have mass")
    guard energy > threshold else { return nil }
    return EquivalentPhotonEmission(self, energy: energy)
  }
}
