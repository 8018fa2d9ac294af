// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// The one-loop contribution of a mediator X to a = (g - 2) / 2 of a lepton l, at any mass.
///
/// With r = m_X^2 / m_l^2 and g the coupling of ``LorentzStructure``,
///
///     delta a = g^2 / (8 pi^2) Int_0^1 du N(u) / [u^2 + (1 - u) r]
///
///     scalar          N = u^2 (2 - u)
///     pseudoscalar    N = -u^3
///     vector          N = 2 u^2 (1 - u)
///     axial           N = 2 u (1 - u) (u - 4) - 4 u^3 / r
///
/// (u = 1 - x of the source for all but the axial case). Scalar and vector raise a, pseudoscalar and
/// axial lower it, at every mass: a sign change is only in the heavy-mass formulas. The axial case
/// grows as 1 / m_X^2 for light X, the mark of a current that is not conserved.
///
/// Good to 1e-10 for 1e-8 < m_X / m_l < 1e8: the range is split where the denominator turns over,
/// u ~ sqrt r for light X and 1 - u ~ 1/r for heavy X, and taken logarithmically beyond.
/// - Source: Leveille:1977rc, neutral scalar and vector bosons
package struct OneLoopMoment: Hashable, Sendable {
  /// How X couples.
  package let structure: LorentzStructure

  /// The mass of X over that of the lepton.
  package let massRatio: Double

  /// delta a per g^2, exact at one loop; minus infinity for a massless axial X.
  package let perCouplingSquared: Double

  /// Computes the contribution.
  ///
  /// - Parameters:
  ///   - structure: how X couples.
  ///   - mediatorMass: the mass of X in GeV, zero or above.
  ///   - leptonMass: the mass of the lepton in GeV.
  /// - Throws: `NumericsError` where the integral does not converge, as for a mass that is negative
  ///   or not finite.
  package init(
    _ structure: LorentzStructure, mediatorMass: Double, leptonMass: Double
  ) throws {
    self.structure = structure
    massRatio = mediatorMass / leptonMass
    let integral = try Self.integral(structure, massRatio: massRatio)
    perCouplingSquared = integral / (8 * .pi * .pi)
  }

  /// delta a for a coupling.
  package func contribution(coupling: Double) -> Double {
    coupling * coupling * perCouplingSquared
  }

  /// The formula of the literature for m_X much above m_l, per g^2.
  ///
  /// With L = ln(m_X / m_l):
  ///
  ///     (m_l / m_X)^2 / (4 pi^2) times  L - 7/12, -L + 11/12, 1/3, -5/3
  ///
  /// for scalar, pseudoscalar, vector, axial. Good to a few times (m_l / m_X)^2 L; for
  /// m_X near m_l wrong by factors, and in sign for the first two. Infinite for a massless X.
  /// - Source: NA64:2021xzo, heavy-mass formulas for S, P, V, A
  package var heavyPerCouplingSquared: Double {
    let logarithm = log(massRatio)
    let bracket =
      switch structure {
      case .scalar: logarithm - 7.0 / 12
      case .pseudoscalar: -logarithm + 11.0 / 12
      case .vector: 1.0 / 3
      case .axial: -5.0 / 3
      }
    return bracket / (4 * .pi * .pi * massRatio * massRatio)
  }

  /// The exact contribution over that of the heavy-mass formula; not finite where either diverges.
  package var ratioToHeavy: Double { perCouplingSquared / heavyPerCouplingSquared }

  /// The integral over u, for r = massRatio^2.
  private static func integral(_ structure: LorentzStructure, massRatio: Double) throws -> Double {
    if massRatio == 0 { return massless(structure) }
    let kernel = MomentKernel(structure: structure, square: massRatio * massRatio)
    return try kernel.integral()
  }

  /// The limits for m_X = 0: 3/2, -1/2, 1 and minus infinity.
  private static func massless(_ structure: LorentzStructure) -> Double {
    switch structure {
    case .scalar: 1.5
    case .pseudoscalar: -0.5
    case .vector: 1
    case .axial: -.infinity
    }
  }
}

/// The integrand of ``OneLoopMoment`` and its integral.
struct MomentKernel {
  let structure: LorentzStructure
  /// r = m_X^2 / m_l^2.
  let square: Double

  /// The integral over 0 < u < 1, from both ends to the middle.
  ///
  /// Near each end the distance to it is the variable, so that neither u nor 1 - u loses digits.
  func integral() throws -> Double {
    let near = try half(turningAt: square.squareRoot()) { u in value(u, 1 - u) }
    let far = try half(turningAt: 1 / square) { v in value(1 - v, v) }
    return near + far
  }

  /// The integrand at u, with v = 1 - u given for its digits.
  private func value(_ u: Double, _ v: Double) -> Double {
    let denominator = u * u + v * square
    return switch structure {
    case .scalar: u * u * (1 + v) / denominator
    case .pseudoscalar: -u * u * u / denominator
    case .vector: 2 * u * u * v / denominator
    case .axial: (2 * u * v * (u - 4) - 4 * u * u * u / square) / denominator
    }
  }

  /// The integral over a distance 0 to 1/2 from an end.
  private func half(turningAt place: Double, _ f: (Double) throws -> Double) throws -> Double {
    let rule = AdaptiveGaussKronrod(relativeError: 1e-11)
    guard place < 0.5 else { return try rule.integrate(from: 0, to: 0.5, f).value }
    let below = try rule.integrate(from: 0, to: place, f)
    let above = try rule.integrate(from: place, to: 0.5, along: LogarithmicAxis(), f)
    return below.value + above.value
  }
}
