// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Production
import Showers
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

  /// How many showers the library of responses holds.
  var effort: ResponseLibrary.Effort { .init(highest: .gev(beam.highest)) }

  /// All that events depend on but their number and the seed.
  ///
  /// - Parameter tables: the digest of the tables that showers are computed from.
  func simulationKey(tables: String) -> CacheKey {
    let printer = YAMLPrinter(showsMeanings: false)
    func text(_ written: Written) -> String { printer.text(for: written.withoutRemarks) }
    return CacheKey(
      "signal",
      [
        "beam": .text(text(card[SearchKeys.beam].written)),
        "detector": .text(text(.list(card[SearchKeys.detector].map(\.section.written)))),
        "materials": .text(String(reflecting: stack.block.media)), "tables": .text(tables),
        "structure": .text(production.structure.rawValue),
        "content": .text(production.content.rawValue),
        "least_energy": .number(leastEnergy),
        "showers": .text(card[SearchKeys.simulation][SimulationKeys.showers]),
        "library_showers": .integer(effort.showers),
        "library_highest": .number(effort.highest.gev),
      ])
  }
}

extension Written {
  /// The same without what is said about its numbers, which changes no result.
  fileprivate var withoutRemarks: Written {
    switch self {
    case .value, .text: return self
    case .list(let items): return .list(items.map(\.withoutRemarks))
    case .map(let fields):
      let kept = fields.filter { !["source", "certainty", "note"].contains($0.key) }
      if kept.count == 1, kept[0].key == "value" { return kept[0].value.withoutRemarks }
      return .map(kept.map { Field($0.key, $0.value.withoutRemarks) })
    }
  }
}
