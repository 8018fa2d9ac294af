// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Matter
import Numerics

/// e+ e- -> X at one energy: X alone, with all of the momentum and the energy E + m.
///
/// X is off its mass shell. Its mass in the event is sqrt(s), s = 2 m (E + m), from which its decay
/// into the pair of the process must start, not from the mass of the particle. Every event is the
/// same; nothing is random before X decays.
package struct ResonantSampler: WeightedFinalStateSampler {
  package let energy: Double
  package let crossSection: Double
  private let boson: FourMomentum

  package var target: StruckParticle { .electron }
  package var companion: CompanionParticle? { nil }
  package var efficiency: Double { 1 }
  package var excess: Double { 0 }

  /// Makes the sampler of a process at the total energy of a positron in GeV.
  ///
  /// - Throws: where the pair cannot be made, and for electrons that move.
  package init(
    _ process: ResonantAnnihilation, at energy: Double
  ) throws(ProductionError) {
    try ProductionError.check(energy: energy)
    guard process.motion == nil else {
      throw ProductionError(
        "no events on moving electrons",
        because: "the momentum of the electron would be missing in the event",
        try: "leave the electrons at rest")
    }
    crossSection = try process.total(at: energy).value
    guard crossSection > 0 else { throw .noEvents(at: energy) }
    self.energy = energy
    let m = Electron.mass
    boson = FourMomentum(
      mass: (2 * m * (energy + m)).squareRoot(),
      momentum: ThreeVector(0, 0, ((energy - m) * (energy + m)).squareRoot()))
  }

  package func draw(using stream: inout RandomStream) -> FinalState { FinalState(boson: boson) }

  package func drawWeighted(using stream: inout RandomStream) -> FinalState {
    FinalState(boson: boson)
  }
}

extension ResonantAnnihilation {
  /// The sampler of events at the total energy of a positron in GeV.
  ///
  /// - Throws: where the pair cannot be made, and for electrons that move.
  package func sampler(at energy: Double) throws(ProductionError) -> ResonantSampler {
    try ResonantSampler(self, at: energy)
  }
}
