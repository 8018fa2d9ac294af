// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

// With v = sin^2(t/2), sqrt(v (1 - v)) dv = sin^2(t)/4 dt, and the square roots at both ends are gone.

extension ThreeBodyDecay {
  /// The three-body phase space, the integral of (2 pi)^4 delta^4 prod d^3p / ((2 pi)^3 2 E), GeV^2.
  ///
  ///     Phi3 = T^2 / (16 pi^3 M) Int_0^1 sqrt(v (1 - v)) sqrt(A B) dv
  ///
  /// M^2 / (256 pi^3) without masses. Relative error 1e-10.
  /// - Throws: ``NumericsError`` if the integral does not converge.
  /// - Source: PDG:2024cfk, section 49 (Kinematics), three-body decays; James1968phase, recursive phase space
  package func phaseSpaceVolume() throws -> Estimate {
    let shape = shape
    return try integrateOverShares(relativeError: 1e-10) { share in shape.value(at: share) }
  }

  /// The integral of a function over three-body phase space, in its unit times GeV^2.
  ///
  /// With the squared matrix element, summed over spins, as function, the width is this over 2M. The
  /// function depends on the Dalitz plane alone: the parent is not polarised.
  ///
  /// - Parameters:
  ///   - relativeError: the error asked for as a fraction of the result.
  ///   - function: the function of the point in the Dalitz plane.
  /// - Returns: the integral with the numerical error it claims.
  /// - Throws: ``NumericsError`` where the tolerance is not met, and what the function throws.
  /// - Source: PDG:2024cfk, section 49 (Kinematics), three-body decays
  @inlinable
  package func integrateOverPhaseSpace(
    relativeError: Double = 1e-8, _ function: (DalitzPoint) throws -> Double
  ) throws -> Estimate {
    let inner = AdaptiveGaussKronrod(relativeError: 0.1 * relativeError)
    return try integrateOverShares(relativeError: relativeError) { share in
      let split = split(at: share)
      let mean = try inner.integrate(from: -1, to: 1) { (cosine: Double) throws in
        try function(split.dalitzPoint(cosine: cosine))
      }
      return 0.5 * mean.value * shapeValue(at: share)
    }
  }

  /// The integral over v of sqrt(v (1 - v)) times a function, with the constants of phase space.
  @inlinable
  package func integrateOverShares(
    relativeError: Double, _ function: (Double) throws -> Double
  ) throws -> Estimate {
    guard energySetFree > 0 else { return Estimate(value: 0, error: 0) }
    let integrator = AdaptiveGaussKronrod(relativeError: relativeError)
    let integral = try integrator.integrate(from: 0, to: .pi) { (t: Double) throws in
      let root = sin(0.5 * t)
      let sine = sin(t)
      return 0.25 * sine * sine * (try function(root * root))
    }
    let constant = energySetFree * energySetFree / (16 * .pi * .pi * .pi * parentMass)
    return constant * integral
  }

  /// sqrt(A B) at a share, in GeV.
  @usableFromInline
  func shapeValue(at share: Double) -> Double { shape.value(at: share) }
}
