// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The angle at which one of two final particles leaves in the laboratory, and its energy there.
///
/// With W and P the total energy and momentum in GeV, M the mass of the particle, p* and E* its
/// momentum and energy in the centre of mass, A = E* sqrt(s):
///
///     E+ = (A W + P c R) / (s + P^2 s_t^2),  R^2 = s p*^2 - M^2 P^2 s_t^2
///     |dE / dtheta| = P q^2 s_t / R
///
/// c and s_t are the cosine and sine of theta, q the momentum. A slow particle (p* < M P / sqrt(s))
/// stays within a largest angle, and two energies E+ and E- share each angle below it; the slope is
/// infinite at the end, an integrable edge.
/// - Source: Byckling1973particle, two-particle decay in flight
struct EmissionAngle {
  /// W and P.
  let energy: Double
  let momentum: Double
  /// s.
  let invariant: Double
  /// M.
  let mass: Double
  /// A = (s + M^2 - mu^2) / 2, mu the mass of the other particle.
  let product: Double
  /// s p*^2.
  let reach: Double

  /// True if the particle flies backwards nowhere and two energies share an angle.
  private var isSlow: Bool { reach < mass * mass * momentum * momentum }

  /// The angles that are reached, in rad.
  var range: ClosedRange<Double> {
    guard isSlow else { return 0...Double.pi }
    return 0...asin(min(1, reach.squareRoot() / (mass * momentum)))
  }

  /// The energies in GeV at an angle and the slope |dE / dtheta| that belongs to each.
  func branches(at angle: Double) -> [(energy: Double, slope: Double)] {
    let sine = sin(angle)
    let along = momentum * cos(angle)
    let across = momentum * sine
    let root = reach - mass * mass * across * across
    guard root > 0, sine >= 0, !isSlow || along > 0 else { return [] }
    let step = root.squareRoot()
    let denominator = invariant + across * across
    func branch(_ total: Double) -> (energy: Double, slope: Double) {
      let square = max(0, (total - mass) * (total + mass))
      return (total, across * square / step)
    }
    // Backwards the direct sum cancels; the product of the roots does not.
    let last = (product * product + along * along * mass * mass) / denominator
    let upper =
      along >= 0
      ? (product * energy + along * step) / denominator
      : last * denominator / (product * energy - along * step)
    return isSlow ? [branch(upper), branch(last / upper)] : [branch(upper)]
  }
}
