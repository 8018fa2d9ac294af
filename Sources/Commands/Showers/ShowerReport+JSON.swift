// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Showers
import Storage

extension ShowerReport {
  /// The report for programs; the processor time is the one number that another run changes.
  var json: JSONValue {
    var members = request.json
    members["events"] = .integer(tally.events)
    members["longitudinal"] = .array(longitudinal.map(document))
    members.set("maximum_x0", maximum ?? .nan, note: "the profile has no maximum inside the block")
    members["deposit"] = document(of: energy(.deposit))
    members["leakage"] = .object(
      Dictionary(
        Self.faces.map { ($0.name, leak(through: $0.total)) }
      ) { first, _ in first })
    members["radial"] = .array(
      radial.map { ["radius_mm": .number($0.radius), "fraction": .number($0.share)] })
    members["containment"] = .array(
      containment.map { ["fraction": .number($0.share), "radius_mm": .number($0.radius ?? .nan)] })
    members["path_length"] = .array(pathLengths.map(document))
    members["track_length"] = .object(
      Dictionary(
        ShowerSpecies.allCases.map { (ShowerBeam.name(of: $0), spectrum(of: $0)) }
      ) { first, _ in first })
    members["largest_energy_imbalance"] = .number(tally.imbalance)
    members.set(
      "cpu_seconds_per_event", processorSecondsPerEvent ?? .nan, note: "no shower is complete")
    if !remarks.isEmpty { members["notes"] = .array(remarks.map { .string($0) }) }
    if isPartial { members["interrupted_after"] = .integer(tally.events) }
    return .object(members)
  }

  private func document(of slab: Slab) -> JSONValue {
    [
      "depth_x0": .number(slab.middle), "thickness_x0": .number(slab.high - slab.low),
      "mean_gev": .number(slab.deposit.mean), "rms_gev": .number(slab.deposit.rms),
      "error_gev": .number(slab.deposit.error),
    ]
  }

  private func document(of energy: Spread) -> JSONValue { .object(members(of: energy)) }

  private func members(of energy: Spread) -> [String: JSONValue] {
    [
      "mean_gev": .number(energy.mean), "rms_gev": .number(energy.rms),
      "error_gev": .number(energy.error),
    ]
  }

  private func leak(through face: ShowerTally.Total) -> JSONValue {
    var leak = members(of: energy(face))
    leak["fraction"] = .number(leakedShare(face))
    return .object(leak)
  }

  private func document(of length: PathLength) -> JSONValue {
    var members: [String: JSONValue] = ["above_gev": .number(length.above)]
    for (species, spread) in zip(ShowerSpecies.allCases, length.all) {
      members[ShowerBeam.name(of: species)] = [
        "length_x0": .number(spread.mean), "error_x0": .number(spread.error),
      ]
    }
    return .object(members)
  }

  private func spectrum(of species: ShowerSpecies) -> JSONValue {
    guard tally.events > 0 else { return [] }
    return .array(
      tally.trackLength(of: species).coarseBins.map { bin in
        [
          "low_gev": .number(bin.low), "high_gev": .number(bin.high),
          "dl_de_x0_per_gev": .number(bin.density), "error": .number(bin.densityError),
        ]
      })
  }
}
