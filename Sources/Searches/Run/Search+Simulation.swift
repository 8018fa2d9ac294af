// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Production
import Storage

// What the simulation of a search depends on.
extension Search {
  /// Particles above this kinetic energy in GeV are followed in the first pass.
  ///
  /// Photons from a thirtieth of it on are made one by one: all that a preshower sees is there.
  static let followed = 0.03

  /// How many blocks of beam particles are simulated.
  package var blocks: Int {
    let simulation = card[SearchKeys.simulation]
    return max(Self.blocks(for: simulation[SimulationKeys.events]), measuredBlocks)
  }

  /// How many of them are measured: all, or fewer where every shower is followed in full.
  package var measuredBlocks: Int {
    let simulation = card[SearchKeys.simulation]
    let all = Self.blocks(for: simulation[SimulationKeys.events])
    return isFull ? min(all, Self.blocks(for: simulation[SimulationKeys.fullShowers])) : all
  }

  private static func blocks(for showers: Int) -> Int {
    max(1, (showers + SignalSimulation.blockSize - 1) / SignalSimulation.blockSize)
  }

  /// Whether every shower is followed in full.
  package var isFull: Bool { card[SearchKeys.simulation][SimulationKeys.showers] == "full" }

  /// The materials of the stack as emission sees them, in the order of its media.
  package func media(listing atoms: inout [TargetAtom]) -> [EmissionMedium] {
    stack.block.media.map { EmissionMedium($0, production.content, listing: &atoms) }
  }

  /// The names of the calorimeters of the stack, in the order of the beam.
  var calorimeters: [String] {
    stack.parts.compactMap { part in
      if case .calorimeter = part.role { part.name } else { nil }
    }
  }

  /// The masses and energies that emissions are drawn for.
  package var mixturePlan: RecoilMixture.Plan {
    RecoilMixture.Plan(masses: span, leastEnergy: leastEnergy, highest: beam.highest)
  }

  /// All that events depend on but their number and the seed.
  var simulationKey: CacheKey {
    let printer = YAMLPrinter(showsMeanings: false)
    func text(_ written: Written) -> String { printer.text(for: written) }
    return CacheKey(
      "signal",
      [
        "beam": .text(text(card[SearchKeys.beam].written)),
        "detector": .text(text(.list(card[SearchKeys.detector].map(\.section.written)))),
        "structure": .text(production.structure.rawValue),
        "content": .text(production.content.rawValue),
        "least_energy": .number(leastEnergy),
        "showers": .text(card[SearchKeys.simulation][SimulationKeys.showers]),
      ])
  }
}
