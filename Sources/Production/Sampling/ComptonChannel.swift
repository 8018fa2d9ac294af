// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Kinematics
import Matter

/// gamma e- -> X e- at one energy, in ln w of ``ComptonScattering``.
///
/// w+ - w and w - w- are t - t_min and t_max - t. The electron that was struck is the companion of
/// X.
package struct ComptonChannel: TwoBodyChannel {
  package static var target: StruckParticle { .electron }
  package static var companion: CompanionParticle? { .electron }

  package let energy: Double
  package let crossSection: Double
  private let process: ComptonScattering
  private let point: ComptonKinematics
  private let recoil: PrimakoffKinematics
  private let length: Double

  /// Makes the channel of a process at the energy of a photon in GeV.
  ///
  /// - Throws: where X cannot be made.
  package init(
    _ process: ComptonScattering, at energy: Double
  ) throws(ProductionError) {
    try ProductionError.check(energy: energy)
    let mass = process.boson.mass
    guard energy > process.threshold,
      let recoil = PrimakoffKinematics(mass: mass, nucleus: Electron.mass, energy: energy)
    else { throw .noEvents(at: energy) }
    self.energy = energy
    self.process = process
    self.recoil = recoil
    crossSection = try process.total(at: energy).value
    point = ComptonKinematics(energy, mass, above: energy - process.threshold)
    length = point.logarithm
  }

  package func density(at place: Double) -> Double {
    let w = point.lower * exp(length * place)
    return process.rate(point) * process.amplitude(point.ingredients(at: w)) * w * length
  }

  package func momenta(at place: Double) -> (boson: FourMomentum, other: FourMomentum) {
    recoil.momenta(
      above: -point.upper * expm1(-length * (1 - place)),
      below: point.lower * expm1(length * place))
  }
}

extension ComptonScattering {
  /// The sampler of events at the energy of a photon in GeV.
  ///
  /// - Throws: where X cannot be made.
  package func sampler(
    at energy: Double
  ) throws(ProductionError) -> TwoBodySampler<ComptonChannel> {
    try TwoBodySampler(ComptonChannel(self, at: energy))
  }
}
