// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The kinematics of gamma Z -> a Z at one energy, free of differences of large numbers; a hot value
/// type.
///
/// With E the energy of the photon, m and M the masses of a and of the nucleus (at rest), GeV,
/// t = -q^2 = 2 M h with h the energy that the nucleus takes, p the momentum of a and theta its angle:
///
///     p^2 sin^2(theta) = kappa (t - t_min) (t_max - t),   kappa = 1 / (2 M E) + 1 / (4 E^2)
///     t_min t_max = m^4 / (4 E^2 kappa)
///     t_min + t_max = [1 - m^2 / (2 M E) - m^2 / (2 E^2)] / kappa
///
/// Both ends are real from the threshold E = m (1 + m / 2M) on; far above it t_min is m^4 / (4 E^2).
///
/// - Source: Byckling1973particle, chapter II, scattering of two to two particles
struct PrimakoffKinematics {
  /// E in GeV.
  let energy: Double
  /// m in GeV.
  let mass: Double
  /// M in GeV.
  let nucleus: Double
  /// kappa in GeV^-2.
  let kappa: Double
  /// The least t in GeV^2.
  let lower: Double
  /// The largest t in GeV^2.
  let upper: Double

  /// The threshold in GeV.
  static func threshold(mass: Double, nucleus: Double) -> Double {
    mass * (1 + 0.5 * mass / nucleus)
  }

  /// Makes the kinematics; nil at and below the threshold.
  init?(mass: Double, nucleus: Double, energy: Double) {
    let threshold = Self.threshold(mass: mass, nucleus: nucleus)
    guard energy > threshold else { return nil }
    self.energy = energy
    self.mass = mass
    self.nucleus = nucleus
    let share = mass / energy
    kappa = (2 * energy + nucleus) / (4 * nucleus * energy * energy)
    // sqrt of the Kaellen function over 2 M E, from a product, so that it keeps its digits at threshold.
    let excess = (energy - threshold) / energy
    let opening = (excess * (excess + 2 * share)).squareRoot()
    let sum = 1 - 0.5 * mass / nucleus * share - 0.5 * share * share
    upper = (sum + opening) / (2 * kappa)
    let quarter = 0.5 * mass * share
    lower = quarter * quarter / (kappa * upper)
  }

  /// The largest angle of a in rad: pi, or where the nucleus is so light, or the threshold so near,
  /// that a cannot fly back.
  var largestAngle: Double {
    // sin = sqrt(Kaellen) / (2 m E), with the Kaellen function (2 M E)^2 times that of `init`.
    let excess = energy - Self.threshold(mass: mass, nucleus: nucleus)
    let sine =
      nucleus * (excess / energy * (excess / energy + 2 * mass / energy)).squareRoot() / mass
    return sine < 1 ? asin(sine) : .pi
  }

  /// One way for a to leave at an angle.
  struct Branch {
    /// The squared momentum transfer in GeV^2.
    let transfer: Double
    /// (p sin theta)^2 in GeV^2.
    let transverseSquare: Double
    /// dt / d theta in GeV^2 per rad.
    let stretch: Double
  }

  /// The ways for a to leave at an angle: none, one, or two where a can be carried forward.
  ///
  /// h solves A h^2 - 2 B h + C = 0 with s = sin(theta):
  ///
  ///     A = M^2 + 2 E M + E^2 s^2
  ///     B = E^2 M - m^2 (E + M) / 2 + E^3 s^2
  ///     C = m^4 / 4 + E^2 (E^2 - m^2) s^2
  func branches(at angle: Double) -> (first: Branch?, second: Branch?) {
    let (sine, cosine) = (sin(angle), cos(angle))
    let sineSquare = sine * sine
    let (square, massSquare) = (energy * energy, mass * mass)
    let a = nucleus * (nucleus + 2 * energy) + square * sineSquare
    let b = square * nucleus - 0.5 * massSquare * (energy + nucleus) + square * energy * sineSquare
    let c =
      0.25 * massSquare * massSquare + square * (energy - mass) * (energy + mass) * sineSquare
    let discriminant = b * b - a * c
    guard b > 0, discriminant > 0 else { return (nil, nil) }
    let root = b + discriminant.squareRoot()
    func branch(_ recoil: Double) -> Branch? {
      // p E cos(theta) = E^2 - m^2 / 2 - h (E + M); the squared equation lost the sign.
      let along = square - 0.5 * massSquare - recoil * (energy + nucleus)
      guard along * cosine >= 0 else { return nil }
      let total = energy - recoil
      let momentum = ((total - mass) * (total + mass)).squareRoot()
      guard momentum > 0 else { return nil }
      let carried = 1 + energy / nucleus * (1 - total * cosine / momentum)
      let transverse = momentum * sine
      return Branch(
        transfer: 2 * nucleus * recoil, transverseSquare: transverse * transverse,
        stretch: (2 * energy * transverse / carried).magnitude)
    }
    return (branch(c / root), branch(root / a))
  }
}
