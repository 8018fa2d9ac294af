// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Glibc
import Matter
import Numerics
import Quantities

/// A positron that annihilates into X and a photon, e+ e- -> gamma X, at tree level.
///
/// The electrons of the atom are free and at rest, and their cross sections add. E is the total
/// energy of the positron, s = 2 m (E + m). With y = 4 m omega / (s - M^2), where omega is the energy
/// of the photon in the laboratory, beta^2 = (E - m) / (E + m) and F of ``PhotonBosonAmplitude``:
///
///     d sigma / d y = alpha g^2 (s - M^2) F / (4 s^2 beta^2),  1 - beta < y < 1 + beta
///     a = y / (2 - y) + (2 - y) / y,  r = 4 / (y (2 - y))
///     B = 4 s (y - y-)(y+ - y) / [(s - M^2) y (2 - y)]^2
///
/// Near s = M^2 the photon is soft and the cross section grows as 1 / (s - M^2), which has no
/// integral over the energy: virtual photons, left out here, cancel it, and the resonance itself is
/// ``ResonantAnnihilation``. So photons below a cut in the centre of mass are not counted; the
/// default is 1e-3 of the mass of X. As two particles share s, the cut is one in energy.
///
/// X is on its mass shell, so that its width is neglected beside the photon's energy.
///
/// - Source: Marsicano:2018krp, the vector in the limit m << E
package struct ContinuumAnnihilation: Process {
  package static let name = "continuum-annihilation"

  /// The cut on the photon as a share of the mass of X, where none is given.
  package static let defaultCutShare = 1e-3

  /// X, with its coupling to the electron.
  package let boson: RadiatedBoson
  /// The number of electrons of the atom.
  package let electrons: Double
  /// The softest photon that counts, in GeV in the centre of mass.
  package let softestPhoton: Double

  let amplitude: PhotonBosonAmplitude

  /// Makes the process on an atom.
  ///
  /// - Parameters:
  ///   - boson: X.
  ///   - atom: the atom, whose electrons count.
  ///   - softestPhoton: the cut in GeV in the centre of mass; nil is 1e-3 of the mass of X.
  /// - Throws: where X has no mass or does not couple to electrons, or the cut is below zero.
  package init(
    _ boson: RadiatedBoson, on atom: TargetAtom, softestPhoton: Double? = nil
  ) throws(ProductionError) {
    try boson.requireElectronCoupling()
    let cut = softestPhoton ?? Self.defaultCutShare * boson.mass
    guard cut >= 0, cut.isFinite else {
      throw ProductionError(
        "invalid photon cut \(cut) GeV", because: "it is an energy, zero or above",
        try: "give a cut such as 1e-3 of the mass of X")
    }
    self.boson = boson
    electrons = atom.z
    self.softestPhoton = cut
    amplitude = PhotonBosonAmplitude(boson)
  }

  /// The energy at which the photon reaches the cut, or the positron at rest.
  ///
  /// sqrt(s) = omega + sqrt(omega^2 + M^2), E = s / (2 m) - m.
  package var threshold: Double {
    let root = softestPhoton + hypot(softestPhoton, boson.mass)
    return max(Electron.mass, root * root / (2 * Electron.mass) - Electron.mass)
  }

  /// The cross section on one atom, in closed form.
  ///
  /// With eta = arcosh(E / m) the integrals over y are
  ///
  ///     a   4 (eta - beta)
  ///     r   4 eta
  ///     B   4 s beta / (s - M^2)^2 (eta E / p - 1)
  package func total(at energy: Double) throws(ProductionError) -> Estimate {
    guard let point = point(at: energy) else { return Estimate(value: 0, error: 0) }
    let sum = amplitude.rounded(point.integrals)
    return rate(point) * Estimate(value: sum.value, error: sum.error)
  }

  package func range(of variable: SpectrumVariable, at energy: Double) -> ClosedRange<Double>? {
    guard let point = point(at: energy) else { return nil }
    switch variable {
    case .energyFraction: return point.fraction(of: point.upper)...point.fraction(of: point.lower)
    case .angle: return point.angle.range
    }
  }

  package func differential(
    in variable: SpectrumVariable, at value: Double, energy: Double
  ) throws(ProductionError) -> Estimate {
    guard let point = point(at: energy), let range = range(of: variable, at: energy),
      range.contains(value)
    else { return Estimate(value: 0, error: 0) }
    switch variable {
    case .energyFraction: return spectrum(point, at: value)
    case .angle:
      return point.angle.branches(at: value).reduce(Estimate(value: 0, error: 0)) {
        $0 + $1.slope / energy * spectrum(point, at: $1.energy / energy)
      }
    }
  }

  func point(at energy: Double) -> ContinuumKinematics? {
    energy > threshold ? ContinuumKinematics(energy, boson.mass) : nil
  }

  /// d sigma / dx in pb.
  private func spectrum(_ point: ContinuumKinematics, at x: Double) -> Estimate {
    let value = amplitude.rounded(point.ingredients(at: point.photonShare(at: x)))
    return rate(point) * point.stretch * Estimate(value: value.value, error: value.error)
  }

  /// The cross section per integral of F over y, in pb.
  func rate(_ point: ContinuumKinematics) -> Double {
    electrons * PhysicalConstants.perGeVSquaredInPb * PhysicalConstants.fineStructure
      * boson.couplingSquare * point.distance
      / (4 * point.invariant * point.invariant * point.beta * point.beta)
  }
}
