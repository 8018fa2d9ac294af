// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Where the flux of virtual photons ends in Weizsaecker-Williams, a choice that the approximation
/// leaves open.
///
/// It matters: for electrons on lead at 100 GeV and 1 MeV the two differ by a factor of two. Whoever
/// prints a cross section names the limit beside it.
package enum FluxLimit: String, CaseIterable, Sendable {
  /// t_max = m^2 + m_l^2, all angles.
  case mass
  /// t_max = E^2, and angles of X below 0.3 rad.
  case beam

  /// The largest angle of X in rad that the limit admits; infinite where none is set.
  package var largestAngle: Double { self == .beam ? 0.3 : .infinity }

  /// The square root of t_max in GeV.
  ///
  /// - Parameters:
  ///   - energy: total energy of the lepton in GeV.
  ///   - mass: mass of X in GeV.
  ///   - leptonMass: mass of the lepton in GeV.
  /// - Returns: m and m_l added in squares, or E.
  package func largestTransfer(energy: Double, mass: Double, leptonMass: Double) -> Double {
    self == .beam ? energy : (mass * mass + leptonMass * leptonMass).squareRoot()
  }
}
