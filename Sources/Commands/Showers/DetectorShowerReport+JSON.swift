// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Quantities
import Showers
import Storage

extension DetectorShowerReport {
  /// The report for programs; the processor time is the one number that another run changes.
  var json: JSONValue {
    let visible = tally.allSections
    var members: [String: JSONValue] = [
      "detector": .string(request.name), "particle": .string(request.beam.rawValue),
      "energy_gev": .number(request.energy.gev), "events": .integer(tally.events),
      "events_wanted": .integer(request.events), "seed": .integer(request.seed),
      "depth_x0": .number(request.calorimeter.radiationLengths),
      "visible": document(of: visible),
      "absorber": document(of: tally[.absorber]), "active": document(of: tally[.active]),
      "largest_energy_imbalance": .number(tally.imbalance),
    ]
    members.set(
      "visible_fraction", tally.events > 0 ? visible.mean / request.energy.gev : .nan,
      note: "no shower is complete")
    members.set("scale", calibration.scale ?? .nan, note: "nothing is seen")
    members["sections"] = .array(
      request.sections.indices.map { index in
        [
          "name": .string(request.block.sections[index].name),
          "visible": document(of: tally.section(index)),
        ]
      })
    members["leakage"] = .object(
      Dictionary(Self.leaks.map { ($0.name, document(of: tally[$0.total])) }) { first, _ in first })
    members["resolution"] = [
      "terms": .array(
        calibration.terms.map {
          ["name": .string($0.name), "relative": .number($0.relative)]
        }), "quadrature": .number(calibration.resolution),
    ]
    members["observables"] = .object(
      Dictionary(
        zip(CalorimeterObservable.allCases, observables).map { observable, spread in
          (
            observable.name + observable.keySuffix, document(of: spread)
          )
        }
      ) { first, _ in first })
    members["longitudinal"] = .array(
      longitudinal.map {
        ["depth_x0": .number($0.depth), "visible_gev_per_layer": .number($0.mean)]
      })
    members["cell_shares"] = .array(cellShares.map { .array($0.map { .number($0) }) })
    members.set(
      "cpu_seconds_per_event", processorSecondsPerEvent ?? .nan, note: "no shower is complete")
    members["notes"] = .array(remarks.map { .string($0) })
    if isPartial { members["interrupted_after"] = .integer(tally.events) }
    return .object(members)
  }

  private func document(of spread: Spread) -> JSONValue {
    var members: [String: JSONValue] = ["events": .integer(spread.events)]
    members.set("mean", spread.mean, note: "no shower has it")
    members.set("rms", spread.rms, note: "it takes two showers")
    return .object(members)
  }

  private func document(of moment: LayeredTally.Moment) -> JSONValue {
    [
      "mean_gev": .number(moment.mean), "rms_gev": .number(moment.rms),
      "error_gev": .number(moment.error),
    ]
  }
}

extension CalorimeterObservable {
  /// The unit of its numbers; empty for pure ones.
  var unit: String {
    switch self {
    case .energy, .preshower, .central: "GeV"
    case .depth, .length, .x, .y, .width: "mm"
    case .r, .chi2: ""
    }
  }

  /// The end of its key in JSON.
  fileprivate var keySuffix: String { unit.isEmpty ? "" : "_" + unit.lowercased() }
}
