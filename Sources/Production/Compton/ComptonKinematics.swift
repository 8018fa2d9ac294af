// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter

/// The invariants of gamma e- -> X e- at one energy; see ``ComptonScattering``.
struct ComptonKinematics {
  static let electron = Electron.mass

  /// The energy of the photon in GeV.
  let energy: Double
  /// The mass of X in GeV, and squared.
  let mass: Double
  let massSquared: Double
  /// S = s - m^2 = 2 m E and s, in GeV^2.
  let flux: Double
  let invariant: Double
  /// The range of w = m^2 - u.
  let lower: Double
  let upper: Double
  /// sqrt(lambda(s, M^2, m^2)) and its ratio to S - M^2 + 2 m^2.
  private let root: Double
  private let ratio: Double

  /// Makes the invariants at an energy that lies above the threshold by a known distance, in GeV.
  init(_ energy: Double, _ mass: Double, above distance: Double) {
    let m = Self.electron
    self.energy = energy
    self.mass = mass
    massSquared = mass * mass
    flux = 2 * m * energy
    invariant = flux + m * m
    // S - M^2 -+ 2 m M, the first of which vanishes at the threshold.
    let near = 2 * m * distance
    root = (near * (near + 4 * m * mass)).squareRoot()
    let centre = near + 2 * m * mass + 2 * m * m
    ratio = root / centre
    upper = flux * (centre + root) / (2 * invariant)
    lower = m * m * flux * flux / (invariant * upper)
  }

  /// x = (w + M^2) / S.
  func fraction(of w: Double) -> Double { (w + massSquared) / flux }

  /// The ingredients of F at w.
  func ingredients(at w: Double) -> PhotonBosonAmplitude.Ingredients {
    let difference = flux - w
    let product = flux * w
    return PhotonBosonAmplitude.Ingredients(
      a: flux / w + w / flux, r: difference * difference / product,
      b: -invariant * (upper - w) * (w - lower) / (product * product))
  }

  /// L = ln(w+ / w-).
  var logarithm: Double { ratio < 0.5 ? 2 * atanh(ratio) : log(upper / lower) }

  /// The integrals of the ingredients over w.
  var integrals: PhotonBosonAmplitude.Ingredients {
    let sum = upper + lower
    let width = ratio * sum
    let logarithm = logarithm
    let excess = ratio < 0.2 ? Self.atanhExcess(ratio) : 0.5 * logarithm - ratio
    let a = flux * logarithm + width * sum / (2 * flux)
    return PhotonBosonAmplitude.Ingredients(
      a: a, r: a - 2 * width, b: -2 * invariant / (flux * flux) * sum * excess)
  }

  /// The way to angles in the laboratory.
  var angle: EmissionAngle {
    EmissionAngle(
      energy: energy + Self.electron, momentum: energy, invariant: invariant, mass: mass,
      product: 0.5 * (flux + massSquared), reach: 0.25 * root * root)
  }

  /// atanh(z) - z for 0 <= z < 0.2, by its series.
  private static func atanhExcess(_ z: Double) -> Double {
    let square = z * z
    var power = z
    var sum = 0.0
    // 0.2^26 is below the last place.
    for odd in stride(from: 3.0, through: 27, by: 2) {
      power *= square
      sum += power / odd
    }
    return sum
  }
}
