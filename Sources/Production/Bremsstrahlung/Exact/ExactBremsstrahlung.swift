// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Numerics
import Quantities

/// Bremsstrahlung of a dark boson, l Z -> l Z X, at tree level without further approximation.
///
/// Any lepton, electrons and positrons alike; any nucleus, as one of spin 0 that recoils:
///
///     d sigma / dx dU = alpha^2 g^2 / (4 pi)  E / (4 p^2 |V|)
///                       integral of G2(t) / t^2 <A_23> / (4 M^2) dt
///
/// with x = omega / E, U as in ``EmissionKinematics``, t and V as in ``RecoilKinematics`` and the
/// average of the amplitude over the azimuth, which ``ExactAmplitude`` has in closed form. Three
/// integrals remain. They are done in coordinates in which the integrand is flat (``TwoEndedMap``,
/// ``VirtualityMap``, ``TransferMap``), with Gauss-Legendre rules of fixed order. Energies and
/// masses in GeV.
///
/// Valid where one photon from the nucleus suffices (alpha Z small, as everywhere in the field)
/// and, for the elastic form factor, where ``elasticReach(at:)`` is well below 1. X has a mass
/// above zero.
/// - Source: Liu:2016mqv, section II
/// - Source: Blinov:2024pza, section on dark bremsstrahlung
package struct ExactBremsstrahlung: Process {
  package static let name = "brems"

  /// How far the numerical error is driven down.
  package enum Accuracy: String, CaseIterable, Sendable {
    /// 1e-3 of the result at most; measured 3e-4 at worst, 3e-6 in the median.
    case fast
    /// 1e-5 of the result at most.
    case converged

    var relativeError: Double { self == .fast ? 1e-3 : 1e-5 }
  }

  /// X.
  package let boson: RadiatedBoson
  /// m_l in GeV.
  package let leptonMass: Double
  /// The atom.
  package let atom: TargetAtom
  /// The shares x = omega / E that count.
  package let fractions: ClosedRange<Double>
  /// How far the numerical error is driven down.
  package let accuracy: Accuracy
  /// The squared amplitude.
  package let amplitude: ExactAmplitude

  /// Makes the process.
  ///
  /// - Parameters:
  ///   - boson: X and its coupling to the lepton.
  ///   - leptonMass: m_l in GeV.
  ///   - atom: the atom.
  ///   - fractions: the shares x = omega / E that count.
  ///   - accuracy: how far the numerical error is driven down.
  /// - Throws: where a mass or a cut is not what it must be.
  package init(
    _ boson: RadiatedBoson, leptonMass: Double, atom: TargetAtom,
    fractions: ClosedRange<Double> = 0...1, accuracy: Accuracy = .fast
  ) throws(ProductionError) {
    for (what, mass) in [
      ("boson", boson.mass), ("lepton", leptonMass), ("nucleus", atom.mass),
    ] where !(mass > 0 && mass.isFinite) {
      throw ProductionError(
        "invalid mass \(mass) GeV of the \(what)", because: "bremsstrahlung diverges without mass",
        try: "give a positive mass, 1 keV or more for X")
    }
    guard boson.couplingSquare.isFinite else {
      throw ProductionError(
        "invalid coupling", because: "its square \(boson.couplingSquare) is not a number",
        try: "give a finite coupling")
    }
    guard fractions.lowerBound >= 0, fractions.upperBound <= 1 else {
      throw ProductionError(
        "invalid range \(fractions) of x", because: "x is a share of the beam energy",
        try: "give a range within 0 and 1")
    }
    self.boson = boson
    self.leptonMass = leptonMass
    self.atom = atom
    self.fractions = fractions
    self.accuracy = accuracy
    amplitude = ExactAmplitude(boson.structure, bosonMass: boson.mass, leptonMass: leptonMass)
  }

  package var threshold: Double {
    BeamKinematics.threshold(
      leptonMass: leptonMass, bosonMass: boson.mass, nucleusMass: atom.mass)
  }

  package func total(at energy: Double) throws(ProductionError) -> Estimate {
    let beam = try kinematics(at: energy)
    guard let residuals = cut(beam.residuals, of: beam) else { return .zero }
    return ladder { integral(beam, residuals, $0) }
  }

  package func range(of variable: SpectrumVariable, at energy: Double) -> ClosedRange<Double>? {
    guard let beam = try? kinematics(at: energy),
      let residuals = cut(beam.residuals, of: beam)
    else { return nil }
    switch variable {
    case .energyFraction:
      return (beam.available - residuals.upperBound)
        / energy...(beam.available
        - residuals.lowerBound) / energy
    case .angle: return 0...beam.largestAngle
    }
  }

  package func differential(
    in variable: SpectrumVariable, at value: Double, energy: Double
  ) throws(ProductionError) -> Estimate {
    let beam = try kinematics(at: energy)
    switch variable {
    case .energyFraction:
      let residual = beam.available - value * energy
      guard let residuals = cut(beam.residuals, of: beam), residuals.contains(residual) else {
        return .zero
      }
      return ladder { integral(EmissionKinematics(beam, residual: residual), $0) }
    case .angle:
      let sine = sin(value)
      guard (0...Double.pi).contains(value),
        let residuals = cut(
          beam.residuals(sineSquare: sine * sine, isForward: value <= 0.5 * .pi), of: beam)
      else { return .zero }
      return ladder { integral(beam, residuals, angle: value, $0) }
    }
  }

  /// d sigma / dx dtheta in pb / rad, integrated over the momentum transfer.
  ///
  /// - Parameters:
  ///   - fraction: x = omega / E.
  ///   - angle: theta, of X to the beam, in rad.
  ///   - energy: total energy of the lepton in GeV.
  /// - Returns: pb / rad, with the numerical error; zero outside the phase space.
  /// - Throws: where the energy is not a number.
  package func differential(
    atFraction fraction: Double, angle: Double, energy: Double
  ) throws(ProductionError) -> Estimate {
    let beam = try kinematics(at: energy)
    let residual = beam.available - fraction * energy
    let sine = sin(angle)
    guard (0...Double.pi).contains(angle),
      let residuals = cut(
        beam.residuals(sineSquare: sine * sine, isForward: angle <= 0.5 * .pi), of: beam),
      residuals.contains(residual)
    else { return .zero }
    let emission = EmissionKinematics(beam, residual: residual)
    return ladder { integral(emission, angle: angle, $0) }
  }

  /// The kinematics of a beam energy in GeV.
  ///
  /// - Throws: where the energy is not a number.
  package func kinematics(at energy: Double) throws(ProductionError) -> BeamKinematics {
    guard energy.isFinite, energy >= 0 else {
      throw ProductionError(
        "invalid energy \(energy) GeV", because: "a beam has a finite positive energy",
        try: "give the total energy of the lepton")
    }
    return BeamKinematics(
      energy: energy, leptonMass: leptonMass, bosonMass: boson.mass, nucleusMass: atom.mass)
  }

  /// The residual energies that the cut on x leaves.
  func cut(
    _ residuals: ClosedRange<Double>?, of beam: BeamKinematics
  ) -> ClosedRange<Double>? {
    guard let residuals else { return nil }
    let least = max(
      residuals.lowerBound, (1 - fractions.upperBound) * beam.energy - beam.leptonMass)
    let most = min(
      residuals.upperBound, (1 - fractions.lowerBound) * beam.energy - beam.leptonMass)
    return least < most ? least...most : nil
  }

  /// Climbs the rungs until two agree; the difference of the last two is the error.
  private func ladder(_ integral: (QuadratureRung) -> Double) -> Estimate {
    var last = 0.0
    var error = Double.infinity
    for (index, rung) in QuadratureRung.ladder.enumerated() {
      let value = integral(rung)
      if index > 0 {
        error = (value - last).magnitude
        if error <= accuracy.relativeError * value.magnitude {
          return Estimate(value: value, error: error)
        }
      }
      last = value
    }
    return Estimate(value: last, error: error)
  }
}

extension Estimate {
  /// Exactly nothing.
  fileprivate static var zero: Estimate { Estimate(value: 0, error: 0) }
}
