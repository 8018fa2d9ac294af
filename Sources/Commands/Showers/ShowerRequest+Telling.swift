// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Quantities
import Storage

extension ShowerRequest {
  /// What was asked, in one line.
  var title: String {
    let following = lowest.map { "above \($0)" } ?? "cut \(cutText)"
    return
      "\(beam.rawValue) of \(energy) (kinetic) into \(depthText) of \(material.name), \(following)"
  }

  /// The depth in radiation lengths.
  var depthText: String { "\((depth.mm / radiationLength.mm).formatted(significant: 6)) X0" }

  /// The edges of the slabs in X0; the last slab ends with the block.
  var slabEdges: [Double] {
    let count = max(Int((depth.mm / slab.mm - 1e-9).rounded(.up)), 1)
    // Not a sum of thicknesses, which would gather rounding; slabs of one X0 have whole edges.
    let unit = slab == radiationLength ? 1 : slab.mm / radiationLength.mm
    return (0..<count).map { Double($0) * unit } + [depth.mm / radiationLength.mm]
  }

  /// The cuts in words, as few as tell them.
  private var cutText: String {
    let (cut, made) = (setup.cutoffs, setup.thresholds)
    let followed = [("e-", cut.electron), ("e+", cut.positron), ("gamma", cut.photon)]
    let isAlike = made.electron == cut.electron && made.photon == cut.photon
    guard !isAlike else { return Self.words(followed) }
    let produced = Self.words([("e-", made.electron), ("gamma", made.photon)])
    return "\(Self.words(followed)), made from \(produced) on"
  }

  /// Energies in GeV of species in words; one alone where they are alike.
  private static func words(_ energies: [(species: String, energy: Double)]) -> String {
    if Set(energies.map(\.energy)).count == 1 { return "\(Energy.gev(energies[0].energy))" }
    return energies.map { "\(Energy.gev($0.energy)) (\($0.species))" }.joined(separator: ", ")
  }

  /// The energies that decide what is made and followed, by their keys.
  private var cuts: [(key: String, energy: Double)] {
    [
      ("production_gamma_gev", setup.thresholds.photon),
      ("production_electron_gev", setup.thresholds.electron),
      ("tracking_gamma_gev", setup.cutoffs.photon),
      ("tracking_electron_gev", setup.cutoffs.electron),
      ("tracking_positron_gev", setup.cutoffs.positron),
    ]
  }

  /// What was asked, for programs.
  var json: [String: JSONValue] {
    var members: [String: JSONValue] = [
      "material": .string(material.name), "particle": .string(beam.rawValue),
      "energy_gev": .number(energy.gev), "radiation_length_mm": .number(radiationLength.mm),
      "depth_mm": .number(depth.mm), "depth_x0": .number(depth.mm / radiationLength.mm),
      "width_mm": .number(width.mm), "slab_x0": .number(slab.mm / radiationLength.mm),
      "cut": .object(Dictionary(cuts.map { ($0.key, .number($0.energy)) }) { first, _ in first }),
      "events_wanted": .integer(events), "seed": .integer(seed),
    ]
    if let lowest { members["above_gev"] = .number(lowest.gev) }
    return members
  }

  /// What was asked, for the header of a file.
  var fileRemarks: [ShowerDepositWriter.Remark] {
    [
      .text("tool", "lacuna"), .text("tool_version", ProgramVersion.current),
      .text("material", material.name), .text("particle", beam.rawValue),
      .number("energy_gev", energy.gev), .number("depth_mm", depth.mm),
      .number("width_mm", width.mm), .number("radiation_length_mm", radiationLength.mm),
    ] + cuts.map { .number($0.key, $0.energy) } + [.integer("seed", seed)]
  }
}
