// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities
import Showers
import Storage

/// What a command line asks of showers, checked and complete.
struct ShowerRequest: Sendable {
  /// The material.
  let material: Material
  /// Its card with every default filled in.
  let card: String
  /// The radiation length.
  let radiationLength: Length
  /// The depth of the block.
  let depth: Length
  /// Its width.
  let width: Length
  /// The thickness of a slab.
  let slab: Length
  /// The beam particle.
  let beam: ShowerBeam
  /// Its kinetic energy.
  let energy: Energy
  /// The energy above which alone is followed; nil where the cuts hold.
  let lowest: Energy?
  /// How many showers.
  let events: Int
  /// The seed.
  let seed: Int
  /// All of it, as showers take it.
  let setup: ShowerSetup

  /// Reads a command line.
  ///
  /// - Parameters:
  ///   - arguments: It declares ``ShowerOption/all``.
  ///   - library: The cards that ship.
  ///   - data: The folder of the data.
  /// - Throws: What cannot be simulated, at its place.
  init(_ arguments: Arguments, in library: CardLibrary, data: DataFolder) throws {
    (material, card) = try library.material(
      arguments[ShowerOption.material], at: arguments.places(of: ShowerOption.material).first,
      setting: arguments[StandardOption.set], from: data)
    beam = arguments[ShowerOption.particle]
    guard let species = beam.species else {
      throw UsageErrors(
        UsageError(
          "no showers of \(beam.rawValue) in a block",
          because: "muons and hadrons are parametrised for calorimeters alone",
          try: "add --detector", at: arguments.places(of: ShowerOption.particle).first))
    }
    energy = arguments[ShowerOption.energy]
    lowest = arguments[ShowerOption.above]
    events = arguments[ShowerOption.events]
    seed = arguments[StandardOption.seed]
    if lowest != nil {
      try arguments.refuse(
        ShowerOption.cuts, "beside --above", because: "--above sets all cuts",
        try: "leave one of them out")
    }
    do throws(ShowerError) {
      let unit = Length.mm(try ShowerMedium(material).radiationLength)
      radiationLength = unit
      depth = arguments[ShowerOption.depth].length(radiationLength: unit)
      width = arguments[ShowerOption.width].length(radiationLength: unit)
      slab = arguments[ShowerOption.slab].length(radiationLength: unit)
      if let lowest {
        setup = try ShowerSetup(
          material: material, depth: depth, beam: species, energy: energy, onlyAbove: lowest,
          width: width, slab: slab)
      } else {
        let cuts = Cuts(arguments)
        setup = try ShowerSetup(
          material: material, depth: depth, width: width, beam: species, energy: energy,
          thresholds: cuts.thresholds, cutoffs: cuts.cutoffs, slab: slab)
      }
    } catch {
      throw UsageErrors(
        UsageError(
          error.problem, because: error.reason, try: error.suggestion,
          at: arguments.place(of: error.subject)))
    }
  }
}

/// The cuts of a command line.
private struct Cuts {
  let thresholds: ProductionThresholds
  let cutoffs: TrackingCutoffs

  /// The cut where none is given.
  static let usual = Energy.mev(1)

  init(_ arguments: Arguments) {
    let common = arguments[ShowerOption.cut] ?? Self.usual
    let electron = arguments[ShowerOption.electronCut] ?? common
    let photon = arguments[ShowerOption.photonCut] ?? common
    let positron = arguments[ShowerOption.positronCut] ?? electron
    cutoffs = TrackingCutoffs(photon: photon.gev, electron: electron.gev, positron: positron.gev)
    thresholds = ProductionThresholds(
      photon: (arguments[ShowerOption.photonThreshold] ?? photon).gev,
      electron: (arguments[ShowerOption.electronThreshold] ?? electron).gev)
  }
}

extension Arguments {
  /// Where the option stands that an error is about; the energy stands for a cut that is not given.
  func place(of subject: ShowerError.Subject?) -> Word.Place? {
    let options: [any Parameter] =
      switch subject {
      case nil: []
      case .material: [ShowerOption.material]
      case .energy: [ShowerOption.energy]
      case .block: [ShowerOption.depth]
      case .slabs: [ShowerOption.slab, ShowerOption.depth]
      case .cut(let energy): [cutOption(of: energy), ShowerOption.energy]
      }
    return options.lazy.compactMap { places(of: $0).first }.first
  }

  private func cutOption(of energy: Energy) -> any Parameter {
    let given = ShowerOption.cuts.last { self[$0] == energy }
    return given ?? ShowerOption.above
  }
}
