// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Matter
import Quantities
import Showers
import Storage

/// What a command line asks of showers in a detector.
struct DetectorShowerRequest: Sendable {
  /// The name of the detector.
  let name: String
  /// Its card with every default filled in.
  let card: String
  /// What it is.
  let calorimeter: SamplingCalorimeter
  /// Its layers.
  let block: LayeredBlock
  /// What reads them out.
  let sections: SamplingCalorimeter.Sections
  /// The beam particle.
  let beam: ShowerBeam
  /// Its kinetic energy.
  let energy: Energy
  /// How many showers.
  let events: Int
  /// The seed.
  let seed: Int

  /// The options of blocks, none of which a detector leaves open.
  private static let refused: [any Parameter] =
    [
      ShowerOption.material, ShowerOption.depth, ShowerOption.width, ShowerOption.slab,
      ShowerOption.above, ShowerOption.perEvent,
    ] + ShowerOption.cuts

  /// Reads a command line.
  ///
  /// - Parameters:
  ///   - word: The detector: a name, an alias or a path.
  ///   - arguments: It declares ``ShowerOption/all``.
  ///   - library: The cards that ship.
  ///   - data: The folder of the data.
  /// - Throws: What cannot be simulated, at its place.
  init(
    _ word: String, _ arguments: Arguments, in library: CardLibrary, data: DataFolder
  ) throws {
    try arguments.refuse(
      Self.refused, "beside --detector",
      because: "a detector has its layers, and particles are followed as far as they need",
      try: "leave it out, or change the card with --set")
    let place = arguments.places(of: ShowerOption.detector).first
    let kind = library.inventory.kind(ofCards: DetectorKeys.kind.name)
    let card = try library.card(
      word, kind: kind, at: place, setting: arguments[StandardOption.set])
    let element = card[DetectorKeys.element]
    guard element.kind == ElementKind.samplingCalorimeter.form.name else {
      throw UsageErrors(
        UsageError(
          "'\(card.name)' has no layers to shower in", because: "it is a \(element.kind)",
          try: "name a sampling calorimeter", at: place))
    }
    name = card.name
    self.card = YAMLPrinter(showsMeanings: false).text(for: card.written)
    calorimeter = try SamplingCalorimeter(element.section, from: MaterialCatalogue(from: data))
    guard calorimeter.centralCell != nil else {
      throw UsageErrors(
        UsageError(
          "the beam misses '\(card.name)'", because: "it passes beside all cells",
          try: "choose an element.offset of less than half the cells", at: place))
    }
    (block, sections) = calorimeter.block(named: card.name)
    beam = arguments[ShowerOption.particle]
    energy = arguments[ShowerOption.energy]
    events = arguments[ShowerOption.events]
    seed = arguments[StandardOption.seed]
  }

  /// The showers, with tables made.
  /// - Parameters:
  ///   - species: The particle.
  ///   - energy: Its kinetic energy.
  ///   - data: The folder of the data.
  ///   - arguments: The command line, for the places of what is refused.
  /// - Returns: What runs them.
  /// - Throws: What cannot be simulated, at its place.
  func simulation(
    of species: ShowerSpecies, energy: Energy, from data: DataFolder, _ arguments: Arguments
  ) throws -> LayeredSimulation {
    do throws(ShowerError) {
      let tables = try LayeredTables(block, upTo: energy, from: data)
      let axis = calorimeter.axis
      return LayeredSimulation(
        tables,
        beam: ShowerParticle(
          species, energy: energy.gev, position: ShowerVector(axis.x, axis.y, 0)))
    } catch {
      throw UsageErrors(
        UsageError(
          error.problem, because: error.reason, try: error.suggestion,
          at: arguments.place(of: error.subject)))
    }
  }
}
