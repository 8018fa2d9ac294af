// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Kinematics
import Matter

/// e+ e- -> gamma X at one energy, in the rapidity ln[y / (2 - y)] of ``ContinuumAnnihilation``.
///
/// The angle of the photon, of energy omega = y (s - M^2) / (4 m), is that of
///
///     1 - cos(theta) = (1 - beta) (y+ - y) / (beta y)
///     sin^2(theta) = (1 - beta^2) (y+ - y) (y - y-) / (beta y)^2
///
/// and X has what is left of the momentum. The distances from the ends of y keep their digits.
package struct ContinuumChannel: TwoBodyChannel {
  package static var target: StruckParticle { .electron }
  package static var companion: CompanionParticle? { .photon }

  package let energy: Double
  package let crossSection: Double
  private let process: ContinuumAnnihilation
  private let point: ContinuumKinematics
  /// eta, half the length of the range.
  private let rapidity: Double

  /// Makes the channel of a process at the total energy of a positron in GeV.
  ///
  /// - Throws: where X and a photon above the cut cannot be made.
  package init(
    _ process: ContinuumAnnihilation, at energy: Double
  ) throws(ProductionError) {
    try ProductionError.check(energy: energy)
    guard let point = process.point(at: energy) else { throw .noEvents(at: energy) }
    self.energy = energy
    self.process = process
    self.point = point
    crossSection = try process.total(at: energy).value
    rapidity = point.rapidity
  }

  package func density(at place: Double) -> Double {
    let power = exp(-rapidity * (2 * place - 1))
    let y = 2 / (1 + power)
    let slope = y * y * power * rapidity
    return process.rate(point) * process.amplitude(point.ingredients(at: y)) * slope
  }

  package func momenta(at place: Double) -> (boson: FourMomentum, other: FourMomentum) {
    let power = exp(-rapidity * (2 * place - 1))
    let y = 2 / (1 + power)
    let least = point.lower
    let fromLower = least * expm1(2 * rapidity * place) * power / (1 + power)
    let fromUpper = least * expm1(2 * rapidity * (1 - place)) / (1 + power)
    let photon = y * point.distance / (4 * Electron.mass)
    let reach = point.beta * y
    let sine = (least * point.upper * fromLower * fromUpper).squareRoot() / reach
    let across = photon * sine
    let along = photon * (1 - least * fromUpper / reach)
    return (
      FourMomentum(
        mass: point.mass, momentum: ThreeVector(-across, 0, point.momentum - along)),
      FourMomentum(mass: 0, momentum: ThreeVector(across, 0, along))
    )
  }
}

extension ContinuumAnnihilation {
  /// The sampler of events at the total energy of a positron in GeV.
  ///
  /// - Throws: where X and a photon above the cut cannot be made.
  package func sampler(
    at energy: Double
  ) throws(ProductionError) -> TwoBodySampler<ContinuumChannel> {
    try TwoBodySampler(ContinuumChannel(self, at: energy))
  }
}
