// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The shares x of the energy that the approximations let X take, and where they open.
///
///     m / E <= x <= 1 - m_l / E - m^4 / (8 E^3 M)
///
/// m, m_l, M: masses of X, of the lepton and of the nucleus, E: total energy of the lepton, GeV. The
/// last term is the energy t_min / (2 M) that the nucleus takes.
///
/// - Source: Bondi:2021nfp, section 3, limits of x
struct EmissionRange {
  /// The lowest x.
  let lower: Double
  /// The lowest 1 - x, which has its own digits.
  let lowerRemainder: Double

  /// Makes the range at an energy.
  init(mass: Double, leptonMass: Double, nucleus: Double, energy: Double) {
    lower = mass / energy
    let transfer = mass * lower
    lowerRemainder = leptonMass / energy + transfer * transfer / (8 * energy * nucleus)
  }

  /// The highest x.
  var upper: Double { 1 - lowerRemainder }

  /// True where no x is left.
  var isClosed: Bool { !(lower + lowerRemainder < 1) }

  /// The energy in GeV above which X can be made.
  ///
  /// The larger of the threshold of the real process, m + m_l + m (m + 2 m_l) / (2 M), and the energy
  /// where the range of x opens, the root of E - m - m_l = m^4 / (8 E^2 M). The latter is the lower
  /// one where m exceeds m_l, so that an approximate cross section begins with a small step there.
  static func threshold(mass: Double, leptonMass: Double, nucleus: Double) -> Double {
    let sum = mass + leptonMass
    let kinematic = sum + mass * (mass + 2 * leptonMass) / (2 * nucleus)
    let range = EmissionRange(
      mass: mass, leptonMass: leptonMass, nucleus: nucleus, energy: kinematic)
    if !range.isClosed { return kinematic }
    // The difference rises and is concave: Newton's steps climb to the root from below.
    let recoil = mass * mass * mass * mass / (8 * nucleus)
    var energy = sum
    for _ in 0..<60 {
      let term = recoil / (energy * energy)
      let step = (energy - sum - term) / (1 + 2 * term / energy)
      energy -= step
      if step.magnitude <= 1e-15 * energy { break }
    }
    return max(kinematic, energy)
  }
}
