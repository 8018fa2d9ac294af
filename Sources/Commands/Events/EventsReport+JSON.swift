// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Quantities
import Storage

extension EventsReport {
  /// The report for programs.
  var json: JSONValue {
    var members = request.production.json
    members["mass_gev"] = .number(bosonMass)
    members["energy_gev"] = .number(request.energy)
    members["seed"] = .integer(Int(request.seed))
    members["events"] = .integer(tally.count)
    members["production_sigma_pb"] = .number(events.target.crossSections[0])
    members["sigma_pb"] = .number(events.crossSections[0])
    members["branching_ratio"] = .number(events.fate.share)
    members["decay"] = decay
    members["ctau_mm"] = request.properLength.map { .number($0.mm) } ?? .null
    if request.properLength == nil { members["note"] = .string("stable") }
    members["weights"] = .array(
      tally.columns.enumerated().map { index, weights in
        [
          "name": .string(request.weightNames[index]),
          "mass_gev": .number(request.isScan ? request.production.masses[index].gev : bosonMass),
          "sigma_pb": .number(events.crossSections[index]), "mean": .number(weights.mean),
          "mean_error": .number(weights.error),
          "effective_events": .number(weights.effectiveCount),
        ]
      })
    for (name, mean) in [
      ("mean_x", tally.meanShare), ("mean_theta_rad", tally.meanAngle),
      ("mean_decay_z_mm", tally.meanDecay),
    ] {
      members[name] = mean.estimate.map { .number($0.value) } ?? .null
      members[name + "_error"] = mean.estimate.map { .number($0.error) } ?? .null
    }
    if let accepted = tally.acceptedShare {
      members["acceptance"] = .number(accepted.value)
      members["acceptance_error"] = .number(accepted.error)
    }
    members["worst_imbalance"] = .number(tally.worstImbalance)
    members["x_histogram"] = bins(of: tally.share, low: "x_low", high: "x_high", "dsigma_dx_pb")
    members["theta_histogram"] = bins(
      of: tally.angle, low: "theta_low_rad", high: "theta_high_rad", "dsigma_dtheta_pb")
    members["particles"] = .array(
      ([events.beam] + events.species).map {
        ["id": .integer(Int($0.id)), "name": .string($0.name), "mass_gev": .number($0.mass)]
      })
    if let file {
      members["file"] = .string(file.path)
      members["format"] = .string(file.format.rawValue)
    }
    if !remarks.isEmpty { members["notes"] = .array(remarks.map { .string($0) }) }
    if isPartial { members["interrupted_after"] = .integer(tally.count) }
    return .object(members)
  }

  private var bosonMass: Double { request.bosonMass }

  private var decay: JSONValue {
    guard let menu = events.fate.menu else { return .null }
    return [
      "channels": .array(menu.channels.map { .string($0) }),
      "angles": .array(menu.modes.map { .string($0.angles) }),
    ]
  }

  /// The bins that hold anything, as differential cross sections of the events.
  private func bins(
    of histogram: Histogram, low: String, high: String, _ density: String
  ) -> JSONValue {
    let edges = histogram.axis.edges
    let scale = events.crossSections[0] / Double(max(1, tally.count))
    return .array(
      edges.indices.dropLast().compactMap { index in
        let content = histogram[index]
        guard content.value > 0 else { return nil }
        let width = edges[index + 1] - edges[index]
        return [
          low: .number(edges[index]), high: .number(edges[index + 1]),
          density: .number(scale * content.value / width),
          "error": .number(scale * content.error / width),
        ]
      })
  }
}
