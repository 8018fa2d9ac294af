// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Kinematics

/// gamma Z -> a Z at one energy, in ln[(t + t_a) / (t_min + t_a)], which screening makes flat.
///
/// It follows d sigma / dt of ``PrimakoffProduction`` in the method of that process.
package struct PrimakoffChannel: TwoBodyChannel {
  package static var target: StruckParticle { .nucleus }
  package static var companion: CompanionParticle? { nil }

  package let energy: Double
  package let crossSection: Double
  private let process: PrimakoffProduction
  private let kinematics: PrimakoffKinematics
  private let start: Double
  private let length: Double

  /// Makes the channel of a process at the energy of a photon in GeV.
  ///
  /// - Throws: where a cannot be made, and for the closed form, which has no spectrum.
  package init(
    _ process: PrimakoffProduction, at energy: Double
  ) throws(ProductionError) {
    guard process.method != .closed else {
      throw ProductionError(
        "no events", because: "the closed form is a total alone",
        try: "use the method flux or exact")
    }
    guard let kinematics = try process.kinematics(at: energy) else { throw .noEvents(at: energy) }
    self.energy = energy
    self.process = process
    self.kinematics = kinematics
    crossSection = try process.total(at: energy).value
    start = kinematics.lower + process.atom.elastic.screening
    length = log1p((kinematics.upper - kinematics.lower) / start)
  }

  package func density(at place: Double) -> Double {
    let above = start * expm1(length * place)
    let t = kinematics.lower + above
    let rise = process.method == .exact ? kinematics.kappa * below(place) : 1
    return process.strength * process.atom.formFactor(t) / (t * t) * above * rise
      * (start + above) * length
  }

  package func momenta(at place: Double) -> (boson: FourMomentum, other: FourMomentum) {
    kinematics.momenta(above: start * expm1(length * place), below: below(place))
  }

  /// t_max - t in GeV^2, from its own end.
  private func below(_ place: Double) -> Double {
    -(start + (kinematics.upper - kinematics.lower)) * expm1(-length * (1 - place))
  }
}

extension PrimakoffProduction {
  /// The sampler of events at the energy of a photon in GeV.
  ///
  /// - Throws: where a cannot be made.
  package func sampler(
    at energy: Double
  ) throws(ProductionError) -> TwoBodySampler<PrimakoffChannel> {
    try TwoBodySampler(PrimakoffChannel(self, at: energy))
  }
}
