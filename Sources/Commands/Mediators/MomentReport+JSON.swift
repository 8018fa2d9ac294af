// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Storage

extension MomentReport {
  /// The report for programs.
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "lepton": .string(lepton.rawValue), "mediator": .string(contributor.structure.rawValue),
      "name": .string(contributor.name), "coupling": .string(contributor.couplingName),
      "points": .array(points.map(document)),
    ]
    if let coupling { members[contributor.couplingName] = .number(coupling) }
    if !measurements.isEmpty {
      members["measurements"] = .array(measurements.map(document))
    }
    return .object(members)
  }

  private func document(of point: Point) -> JSONValue {
    var members: [String: JSONValue] = ["mass_gev": .number(point.mass.gev)]
    let reason = point.problem ?? "it diverges, or is too large for a number"
    let exact = point.moment?.perCouplingSquared ?? .nan
    let heavy = point.moment?.heavyPerCouplingSquared ?? .nan
    let square = contributor.leptonCoupling * contributor.leptonCoupling
    members.set("delta_a_per_coupling_squared", exact * square, note: reason)
    if let coupling {
      members.set("delta_a", contribution(at: point), note: reason)
      members["delta_a_heavy_mass"] = .number(heavy * square * coupling * coupling)
    }
    members.set(
      "ratio_to_heavy_mass", point.moment?.ratioToHeavy ?? .nan,
      note: point.problem ?? "the heavy-mass formula diverges")
    if !measurements.isEmpty { members["bands"] = .array(bands(at: point).map(document)) }
    return .object(members)
  }

  private func document(of band: Band) -> JSONValue {
    let couplings = band.couplings
    var members: [String: JSONValue] = [
      "measurement": .string(band.measured.name), "sigma": .number(band.deviations),
      "meaning": .string(couplings.note),
      "is_band": .bool(couplings.meaning == .band),
    ]
    members.set("lower", ownCoupling(couplings.lower), note: couplings.note)
    members.set("upper", ownCoupling(couplings.upper), note: couplings.note)
    members.set(
      "best", couplings.central.map(ownCoupling) ?? .nan,
      note: "no coupling gives the measured difference")
    return .object(members)
  }

  private func document(of measured: MeasuredMoment) -> JSONValue {
    [
      "measurement": .string(measured.name), "delta_a": .number(measured.deviation),
      "error": .number(measured.uncertainty), "source": .string(measured.source),
      "certainty": .string(measured.certainty),
    ]
  }
}
