// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// One way to make a dark particle X: a projectile of known energy meets an atom at rest.
///
/// A process is a value that holds all it needs: X, the projectile and the atom. Energies are total
/// energies of the projectile in GeV, cross sections are in pb per atom.
package protocol Process: Sendable {
  /// The name of the process on the command line and in records, such as `brems`.
  static var name: String { get }

  /// The lowest total energy of the projectile at which X can be made, in GeV.
  var threshold: Double { get }

  /// The cross section on one atom.
  ///
  /// - Parameter energy: total energy of the projectile in GeV.
  /// - Returns: pb, with the numerical error; zero at and below the threshold.
  /// - Throws: where the formula does not apply or the integral fails.
  func total(at energy: Double) throws(ProductionError) -> Estimate

  /// The cross section with the share x of the energy that X takes in a range.
  ///
  /// - Parameters:
  ///   - energy: total energy of the projectile in GeV.
  ///   - shares: the x that count, such as 0.5...1 for a missing energy above one half.
  /// - Returns: pb per atom.
  /// - Throws: where the process has no spectrum in x, or the integral fails.
  func total(at energy: Double, shares: ClosedRange<Double>) throws(ProductionError) -> Estimate

  /// The range of a variable at an energy; nil where the process has no spectrum in it, or is closed.
  func range(of variable: SpectrumVariable, at energy: Double) -> ClosedRange<Double>?

  /// The cross section per unit of a variable, integrated over all others.
  ///
  /// - Parameters:
  ///   - variable: what the spectrum is in.
  ///   - value: where; zero is returned outside the range.
  ///   - energy: total energy of the projectile in GeV.
  /// - Returns: pb per unit of the variable, with the numerical error.
  /// - Throws: where the formula does not apply or the integral fails.
  func differential(
    in variable: SpectrumVariable, at value: Double, energy: Double
  ) throws(ProductionError) -> Estimate
}

/// What a spectrum of X is in.
package enum SpectrumVariable: String, CaseIterable, Sendable {
  /// x = E_X / E, the share of the projectile's total energy.
  case energyFraction = "x"
  /// theta, the angle of X to the projectile, in rad.
  case angle = "theta"
}
