// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Searches
import Storage

/// The result of a run as it is told.
struct SearchReport {
  /// The files that a run leaves in its folder.
  static let fileNames = ["limit.csv", "cutflow.csv", "result.json", "run.json"]

  /// What was found.
  let result: SearchResult
  /// Where the time went.
  let seconds: [(name: String, seconds: Double)]
  /// How many blocks were made anew.
  let newBlocks: Int
  /// How many there are.
  let blocks: Int
  /// What the cache has to say.
  let notes: [String]

  init(
    _ result: SearchResult, seconds: [(String, Double)], newBlocks: Int, blocks: Int,
    notes: [String]
  ) {
    self.result = result
    self.seconds = seconds.map { (name: $0.0, seconds: $0.1) }
    self.newBlocks = newBlocks
    self.blocks = blocks
    self.notes = notes
  }

  /// The search.
  var search: Search { result.search }

  /// What should keep a reader from trusting a number.
  var warnings: [String] { result.warnings + notes }

  /// The masses of the cut flow: up to three, spread over the scan.
  var shownMasses: [Int] {
    let count = result.points.count
    guard count > 3 else { return Array(0..<count) }
    return [count / 6, count / 2, count - 1 - count / 6]
  }

  /// The names of the stages of a cut flow.
  var stageNames: [String] {
    ["emitted above \(Energy.gev(search.leastEnergy).formatted(significant: 4))"]
      + search.cuts.map(\.name)
  }

  /// The record of the run for programs.
  func record(_ provenance: Provenance) -> JSONValue {
    guard case .object(var members) = provenance.json else { return provenance.json }
    members["seconds"] = .array(
      seconds.map { ["phase": .string($0.name), "seconds": .number($0.seconds)] })
    members["warnings"] = .array(warnings.map { .string($0) })
    members["inputs_not_quoted"] = .array(search.uncertainInputs.map(\.json))
    members["blocks"] = .integer(blocks)
    members["new_blocks"] = .integer(newBlocks)
    members["simulated_beam_particles"] = .array(result.showers.map { .integer($0) })
    return .object(members)
  }
}

extension UncertainInput {
  /// The input for programs.
  var json: JSONValue {
    [
      "path": .string(path), "value": .string(value), "certainty": .string(certainty),
      "source": source.map { .string($0) } ?? .null, "note": note.map { .string($0) } ?? .null,
    ]
  }
}
