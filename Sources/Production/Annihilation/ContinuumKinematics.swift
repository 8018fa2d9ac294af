// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter

/// The invariants of e+ e- -> gamma X at one energy; see ``ContinuumAnnihilation``.
struct ContinuumKinematics {
  private static let electron = Electron.mass

  /// The total energy and the momentum of the positron in GeV.
  let energy: Double
  let momentum: Double
  /// The mass of X in GeV.
  let mass: Double
  /// s and s - M^2 in GeV^2.
  let invariant: Double
  let distance: Double
  /// The velocity of the positron in the centre of mass.
  let beta: Double

  /// Makes the invariants at an energy above threshold.
  init(_ energy: Double, _ mass: Double) {
    let m = Self.electron
    self.energy = energy
    self.mass = mass
    momentum = ((energy - m) * (energy + m)).squareRoot()
    invariant = 2 * m * (energy + m)
    distance = 2 * m * (energy - AnnihilationEnergy.resonance(mass: mass))
    beta = ((energy - m) / (energy + m)).squareRoot()
  }

  /// The range of y; 1 - beta is written so that it keeps its digits.
  var lower: Double { 2 * Self.electron / ((energy + Self.electron) * (1 + beta)) }
  var upper: Double { 1 + beta }

  /// |dy / dx|.
  var stretch: Double { 4 * Self.electron * energy / distance }

  /// x at y.
  func fraction(of y: Double) -> Double { 1 + Self.electron / energy - y / stretch }

  /// y at x, within its range.
  func photonShare(at x: Double) -> Double {
    min(max((1 - x + Self.electron / energy) * stretch, lower), upper)
  }

  /// The ingredients of F at y.
  func ingredients(at y: Double) -> PhotonBosonAmplitude.Ingredients {
    let other = 2 - y
    let product = y * other
    let scale = distance * product
    return PhotonBosonAmplitude.Ingredients(
      a: y / other + other / y, r: 4 / product,
      b: 4 * invariant * (y - lower) * (upper - y) / (scale * scale))
  }

  /// eta = arcosh(E / m).
  var rapidity: Double { asinh(momentum / Self.electron) }

  /// The integrals of the ingredients over y.
  var integrals: PhotonBosonAmplitude.Ingredients {
    let rapidity = rapidity
    return PhotonBosonAmplitude.Ingredients(
      a: 4 * (rapidity - beta), r: 4 * rapidity,
      b: 4 * invariant * beta / (distance * distance) * excess(rapidity))
  }

  /// The way to angles in the laboratory.
  var angle: EmissionAngle {
    EmissionAngle(
      energy: energy + Self.electron, momentum: momentum, invariant: invariant, mass: mass,
      product: 0.5 * (invariant + mass * mass), reach: 0.25 * distance * distance)
  }

  /// eta coth(eta) - 1, without cancellation.
  private func excess(_ eta: Double) -> Double {
    guard eta < 0.05 else { return eta * energy / momentum - 1 }
    let square = eta * eta
    return square / 3 * (1 - square / 15 * (1 - square / 10.5 * (1 - square / 10)))
  }
}
