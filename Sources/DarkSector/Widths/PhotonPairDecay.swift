// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// The decay of a spin-0 mediator into two photons, directly and through loops of leptons.
package enum PhotonPairDecay {
  /// The channel's name.
  static let name = "gamma gamma"

  /// The width of a spin-0 particle of mass M for an effective photon coupling G in 1/GeV.
  ///
  ///     |G|^2 M^3 / (64 pi)
  ///
  /// for L = -(G/4) a F Ftilde or -(G/4) S F F; the sign of the Lagrangian does not matter.
  /// - Source: Dobrich:2015jyk, section 2
  package static func width(mass: Double, coupling: ComplexNumber) -> Double {
    mass * mass * mass * coupling.magnitudeSquared / (64 * .pi)
  }

  /// The effective photon coupling that a loop of one lepton of mass m and coupling g makes.
  ///
  ///     G = alpha g A(t) / (2 pi m),   t = M^2 / (4 m^2)
  ///
  /// so that the width is alpha^2 M^3 / (256 pi^3) |sum g A / m|^2, in 1/GeV. The amplitudes of
  /// several leptons, and a direct coupling, add before they are squared.
  /// - Source: Djouadi:2005gi, section 2.3.1 (the part of a lepton, with g in place of m / v)
  package static func loopCoupling(
    _ parity: Parity, mass: Double, leptonMass: Double, coupling: Double
  ) -> ComplexNumber {
    let ratio = mass / (2 * leptonMass)
    let factor = PhysicalConstants.fineStructure * coupling / (2 * .pi * leptonMass)
    return factor * amplitude(parity, at: ratio * ratio)
  }

  /// The parity of the mediator.
  package enum Parity: Sendable {
    /// Even: coupling g S fbar f.
    case scalar
    /// Odd: coupling i g P fbar gamma5 f.
    case pseudoscalar
  }

  /// The loop amplitude A(t), t = M^2 / (4 m^2) >= 0, dimensionless.
  ///
  ///     scalar         2 [t + (t - 1) f(t)] / t^2    -> 4/3 for t -> 0
  ///     pseudoscalar   2 f(t) / t                    -> 2
  ///     f(t) = asin(sqrt t)^2                            for t <= 1
  ///          = -1/4 [ln((1 + b) / (1 - b)) - i pi]^2     above, b = sqrt(1 - 1/t)
  ///
  /// Good to 1e-13; below t = 0.05 the power series avoids the cancellation.
  /// - Source: Djouadi:2005gi, section 2.3.1 (scalar)
  /// - Source: Djouadi:2005gj, section 2.1.3 (pseudoscalar)
  package static func amplitude(_ parity: Parity, at t: Double) -> ComplexNumber {
    if t < 0.05 { return ComplexNumber(series(parity, at: t)) }
    let f = triangle(at: t)
    switch parity {
    case .scalar:
      return (2 / (t * t)) * (ComplexNumber(t) + (t - 1) * f)
    case .pseudoscalar:
      return (2 / t) * f
    }
  }

  /// The function f(t) of the triangle.
  private static func triangle(at t: Double) -> ComplexNumber {
    guard t > 1 else {
      let angle = asin(t.squareRoot())
      return ComplexNumber(angle * angle)
    }
    let b = (1 - 1 / t).squareRoot()
    // (1 + b) / (1 - b) = t (1 + b)^2, without the cancellation in 1 - b.
    let root = ComplexNumber(log(t * (1 + b) * (1 + b)), -.pi)
    return -0.25 * (root * root)
  }

  /// The amplitude from asin(sqrt t)^2 = sum a_n t^n, a_1 = 1, a_(n+1) / a_n = 2 n^2 / ((n+1)(2n+1)).
  private static func series(_ parity: Parity, at t: Double) -> Double {
    var term = 1.0
    var power = 1.0
    var sum = 0.0
    for n in 1...14 {
      let index = Double(n)
      let next = term * 2 * index * index / ((index + 1) * (2 * index + 1))
      switch parity {
      case .scalar: sum += 2 * power * (term - next)
      case .pseudoscalar: sum += 2 * power * term
      }
      term = next
      power *= t
    }
    return sum
  }
}
