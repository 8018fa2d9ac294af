// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Kinematics
import Numerics
import Quantities

/// The exponential law of decay along a straight path, exact from prompt to stable.
///
/// The mean path is lambda = (p / m) c tau. Lengths in mm.
/// - Source: PDG:2024cfk, section 49 (Kinematics), particle decays
package struct DecayLaw: Hashable, Sendable {
  /// lambda in mm: infinite for a stable particle, 0 at rest.
  package let meanPath: Double

  /// gamma tau in ns; infinite for a stable particle.
  package let meanTime: Double

  /// Makes the law of a particle from its proper decay length.
  /// - Parameters:
  ///   - properLength: c tau, above zero; nil for a stable particle.
  ///   - particle: mass and momentum; without mass it is taken for stable.
  package init(properLength: Length?, of particle: FourMomentum) {
    guard let properLength, particle.mass > 0 else {
      meanPath = .infinity
      meanTime = .infinity
      return
    }
    meanPath = particle.betaGamma * properLength.mm
    meanTime = particle.lorentzFactor * properLength.mm / PhysicalConstants.speedOfLight
  }

  /// The probability to decay on a path from a to b, counted in mm from where the particle starts.
  ///
  ///     P = exp(-a / lambda) (1 - exp(-(b - a) / lambda))
  ///
  /// Good to some 1e-16 (1 + a / lambda) of itself at any ratio: expm1 keeps (b - a) / lambda where
  /// it is small. b may be infinite. A prompt particle, lambda = 0, decays at a = 0 alone.
  package func probability(of path: ClosedRange<Double>) -> Double {
    let (a, b) = (path.lowerBound, path.upperBound)
    guard meanPath > 0 else { return a <= 0 && b >= 0 ? 1 : 0 }
    guard meanPath < .infinity else { return 0 }
    return exp(-a / meanPath) * -expm1(-(b - a) / meanPath)
  }

  /// Draws where a particle decays, in mm from its start; infinite for a stable one.
  package func draw(using stream: inout RandomStream) -> Double {
    let lifetimes = stream.exponential()
    return meanPath * lifetimes
  }

  /// Draws where a particle decays, given that it does so on a path from a to b.
  ///
  ///     s = a - lambda log1p(u expm1(-(b - a) / lambda))
  ///
  /// The inverse of the distribution function. Even for (b - a) << lambda, an exponential from a on
  /// for (b - a) >> lambda, never outside. The weight of the event is ``probability(of:)``. One
  /// word.
  /// - Parameters:
  ///   - path: from a to b, in mm; b may be infinite unless the particle is stable.
  ///   - stream: where the random bits come from.
  /// - Returns: the path in mm.
  /// - Source: Devroye1986nonuniform, section II.2 (inversion, truncated distributions)
  package func draw(in path: ClosedRange<Double>, using stream: inout RandomStream) -> Double {
    let (a, b) = (path.lowerBound, path.upperBound)
    let u = stream.uniform()
    let lifetimes = (b - a) / meanPath
    // No length, or so many lifetimes that the ratio is lost: the even density is exact.
    guard lifetimes > .leastNormalMagnitude else { return a + u * (b - a) }
    guard meanPath > 0 else { return a }
    return min(max(a - meanPath * log1p(u * expm1(-lifetimes)), a), b)
  }
}
