// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Quantities

/// A photon that turns into X on an electron, gamma e- -> X e-, at tree level.
///
/// The electrons of the atom are free and at rest, and their cross sections add. Photons are real,
/// X is on its mass shell. The coupling is that to the electron, alpha is that at zero momentum
/// transfer. With S = 2 m E, s = S + m^2, w = x S - M^2 and F of ``PhotonBosonAmplitude``:
///
///     d sigma / d w = alpha g^2 F / (2 S^2),  w- < w < w+
///     w+- = S [S - M^2 + 2 m^2 +- sqrt(lambda(s, M^2, m^2))] / (2 s)
///     B = -s (w+ - w)(w - w-) / (S w)^2
///
/// in which nothing cancels at M << m or E >> m. The threshold is M + M^2 / (2 m). The vector of
/// mass zero is Compton scattering times g^2 / e^2.
///
/// Below some keV of energy transfer the binding of the electrons, left out here, matters.
package struct ComptonScattering: Process {
  package static let name = "compton"

  /// X, with its coupling to the electron.
  package let boson: RadiatedBoson
  /// The number of electrons of the atom.
  package let electrons: Double

  let amplitude: PhotonBosonAmplitude

  /// Makes the process on an atom.
  ///
  /// - Throws: where X has no mass or does not couple to electrons.
  package init(_ boson: RadiatedBoson, on atom: TargetAtom) throws(ProductionError) {
    try boson.requireElectronCoupling()
    self.boson = boson
    electrons = atom.z
    amplitude = PhotonBosonAmplitude(boson)
  }

  package var threshold: Double {
    boson.mass * (1 + boson.mass / (2 * ComptonKinematics.electron))
  }

  /// The cross section on one atom, in closed form.
  ///
  /// With L = ln(w+ / w-) and D = w+ - w- the integrals over w are
  ///
  ///     a   S L + (w+^2 - w-^2) / (2 S)
  ///     r   that - 2 D
  ///     B   -(s / S^2) [(w+ + w-) L - 2 D]
  package func total(at energy: Double) throws(ProductionError) -> Estimate {
    guard energy > threshold else { return Estimate(value: 0, error: 0) }
    let point = ComptonKinematics(energy, boson.mass, above: energy - threshold)
    let sum = amplitude.rounded(point.integrals)
    return rate(point) * Estimate(value: sum.value, error: sum.error)
  }

  package func range(of variable: SpectrumVariable, at energy: Double) -> ClosedRange<Double>? {
    guard energy > threshold else { return nil }
    let point = ComptonKinematics(energy, boson.mass, above: energy - threshold)
    switch variable {
    case .energyFraction: return point.fraction(of: point.lower)...point.fraction(of: point.upper)
    case .angle: return point.angle.range
    }
  }

  package func differential(
    in variable: SpectrumVariable, at value: Double, energy: Double
  ) throws(ProductionError) -> Estimate {
    guard let range = range(of: variable, at: energy), range.contains(value) else {
      return Estimate(value: 0, error: 0)
    }
    let point = ComptonKinematics(energy, boson.mass, above: energy - threshold)
    switch variable {
    case .energyFraction: return spectrum(point, at: value)
    case .angle:
      return point.angle.branches(at: value).reduce(Estimate(value: 0, error: 0)) {
        $0 + $1.slope / energy * spectrum(point, at: $1.energy / energy)
      }
    }
  }

  /// d sigma / dx in pb.
  private func spectrum(_ point: ComptonKinematics, at x: Double) -> Estimate {
    let w = min(max(x * point.flux - point.massSquared, point.lower), point.upper)
    let value = amplitude.rounded(point.ingredients(at: w))
    return rate(point) * point.flux * Estimate(value: value.value, error: value.error)
  }

  /// The cross section per integral of F over w, in pb.
  func rate(_ point: ComptonKinematics) -> Double {
    electrons * PhysicalConstants.perGeVSquaredInPb * PhysicalConstants.fineStructure
      * boson.couplingSquare / (2 * point.flux * point.flux)
  }
}
