// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Kinematics
import Numerics
import Quantities

/// What a file of events holds, whoever has written it.
struct EventFileSummary: Sendable {
  /// Its path.
  let path: String
  /// Its format.
  let format: EventFormat
  /// The programs that made it.
  private(set) var tools: [String] = []
  /// The facts of the run.
  private(set) var facts: [RunRemark] = []
  /// The names of the weights.
  private(set) var weightNames: [String] = []
  /// The cross section in pb of the first weight; nil where the file does not tell it.
  private(set) var crossSection: Double?
  /// How many events it holds.
  private(set) var count = 0
  /// The sum of each weight.
  private(set) var sums: [CompensatedSum] = []
  /// How many particles of each number are left or have decayed, by number.
  private(set) var particles: [Int32: Int] = [:]
  /// The largest component of an imbalance over the energy that comes in.
  private(set) var worstImbalance = 0.0

  /// Reads a file to its end.
  ///
  /// - Parameter path: its name; one without the ending of a format is no file of events.
  /// - Throws: where the file is damaged, or of a format that is only written.
  init?(reading path: String) throws(EventFileError) {
    guard let format = try? EventFormat(path: path) else { return nil }
    self.path = path
    self.format = format
    var event = EventRecord()
    switch format {
    case .hepmc3:
      let reader = try HepMC3Reader(path)
      (tools, weightNames, facts) = (reader.tools, reader.weightNames, reader.attributes)
      while try reader.read(into: &event) { add(event) }
      crossSection = reader.crossSection?.value
    case .hdf5:
      let reader = try HDF5Reader(path)
      tools = ["tool", "tool_version"].compactMap(reader.attribute).reduce([]) { words, word in
        words.isEmpty ? [word] : [words[0] + " " + word]
      }
      facts = Self.namesOfFacts.compactMap { name in
        reader.attribute(name).map { RunRemark(name: name, text: $0) }
      }
      while try reader.read(into: &event) { add(event) }
      let sections = reader.attribute("cross_section_pb")?.split(separator: " ")
      crossSection = sections?.first.flatMap { Double($0) }
    case .lhe:
      throw .unreadable(
        path: path, place: "an LHE file",
        reason: "this format is written and not read; HepMC3 and HDF5 are read")
    }
  }

  /// What the header of a file in HDF5 may tell.
  private static let namesOfFacts = [
    "beam", "beam_energy_gev", "branching_ratio", "coupling", "cross_section_pb", "ctau_mm",
    "decay", "decay_angles", "decay_volume_mm", "material", "mediator", "process",
    "production_cross_section_pb", "seed", "species", "target",
  ]

  private mutating func add(_ event: EventRecord) {
    count += 1
    while sums.count < event.weights.count { sums.append(CompensatedSum()) }
    for index in event.weights.indices { sums[index].add(event.weights[index]) }
    var energy = 0.0
    for particle in event.particles {
      if particle.productionVertex < 0 {
        energy += particle.momentum.energy
      } else {
        particles[particle.id, default: 0] += 1
      }
    }
    let imbalance = event.imbalance.components
    let largest = max(imbalance.max(), -imbalance.min())
    if energy > 0 { worstImbalance = max(worstImbalance, largest / energy) }
  }
}
