// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Showers
import Storage

extension ShowerReport {
  /// The report for programs.
  var json: JSONValue {
    [
      "material": .string(material.name), "particle": .string(particle),
      "energy_gev": .number(setup.beam.energy), "cut_gev": .number(cut.gev),
      "depth_x0": .number(setup.block.depth / setup.medium.radiationLength),
      "radiation_length_mm": .number(setup.medium.radiationLength),
      "seed": .integer(seed), "events": .integer(tally.events),
      "events_requested": .integer(asked),
      "deposited": moments(.deposit),
      "leakage": ["front": moments(.front), "back": moments(.back), "side": moments(.side)],
      "maximum_depth_x0": maximumDepth.map(JSONValue.number) ?? .null,
      "longitudinal": .array((0..<tally.slabs.count).map(slab)),
      "radial": .array(Self.radii.map(radius)),
      "track_length": .object(
        Dictionary(Self.species.map { ($0.name, track($0.value)) }) { first, _ in first }),
      "cpu_seconds_per_event": .number(processorTime / Double(max(tally.events, 1))),
      "notes": .array(notes.map { .string($0) }),
    ]
  }

  private func moments(_ total: ShowerTally.Total) -> JSONValue {
    [
      "mean_gev": .number(mean(total)), "rms_gev": .number(tally.totals.rms(total.rawValue)),
    ]
  }

  private func slab(_ index: Int) -> JSONValue {
    [
      "depth_x0": .number(depth(ofSlab: index)), "mean_gev": .number(tally.slabs.mean(index)),
      "rms_gev": .number(tally.slabs.rms(index)),
    ]
  }

  private func radius(_ radius: Double) -> JSONValue {
    [
      "radius_mm": .number(radius),
      "fraction": .number(tally.radialProfile.fraction(within: radius)),
    ]
  }

  private func track(_ species: ShowerSpecies) -> JSONValue {
    .array(
      tally.trackLength(of: species).coarseBins.map { bin in
        var members: [String: JSONValue] = [
          "low_gev": .number(bin.low), "high_gev": .number(bin.high),
          "dl_de_x0_per_gev": .number(bin.density),
        ]
        members.set("error", bin.densityError, note: "one event has no error")
        return .object(members)
      })
  }

  /// The longitudinal profile as a table.
  var longitudinalCSV: String {
    header + "depth_x0,mean_gev,rms_gev\n"
      + (0..<tally.slabs.count).map { slab in
        "\(depth(ofSlab: slab)),\(tally.slabs.mean(slab)),\(tally.slabs.rms(slab))\n"
      }.joined()
  }

  /// The track lengths as a table.
  var trackLengthCSV: String {
    let rows = Self.species.flatMap { name, species in
      tally.trackLength(of: species).coarseBins.map { bin in
        let error = bin.densityError.isFinite ? "\(bin.densityError)" : ""
        return "\(name),\(bin.low),\(bin.high),\(bin.density),\(error)\n"
      }
    }
    return header + "particle,low_gev,high_gev,dl_de_x0_per_gev,error\n" + rows.joined()
  }

  private var header: String {
    "# \(particle) of \(setup.beam.energy) GeV in \(material.name), "
      + "\(setup.block.depth / setup.medium.radiationLength) X0 deep, cut \(cut.gev) GeV, "
      + "\(tally.events) events, seed \(seed)\n"
  }
}
