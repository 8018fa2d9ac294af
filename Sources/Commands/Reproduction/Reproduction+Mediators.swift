// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities
import Storage

extension Reproduction {
  /// Widths of mediators without dark matter.
  static func widths(in data: DataFolder) throws -> Reproduction {
    let columns = [
      "model", "quantity", "channel", "mass_gev", "coupling", "matter", "mass_1_gev",
      "mass_2_gev", "expected", "tolerance", "certainty", "source",
    ]
    let world = try VisibleSector.read(from: data)
    var rows: [Row] = []
    for row in try table(.widths, columns: columns, in: data) where row.text("matter") == "-" {
      let mass = Mass.gev(try row.number("mass_gev"))
      let coupling = try row.number("coupling")
      let mediator: any Mediator
      switch row.text("model") {
      case "dark-photon": mediator = DarkPhoton(mass: mass, epsilon: coupling, dark: nil)
      case "z-prime-mu-tau": mediator = MuTauBoson(mass: mass, coupling: coupling)
      case "alp-photon":
        mediator = LeptonicMediator(
          mass: mass, structure: .pseudoscalar, leptons: .each(0), photon: .perGeV(coupling))
      default: continue
      }
      let decays = mediator.decays(in: world)
      let channel = row.text("channel")
      let value: Double?
      switch row.text("quantity") {
      case "width_gev":
        value = channel == "total" ? decays.totalWidth : decays[channel]?.width
      case "branching_ratio": value = decays.branchingRatio(of: channel)
      case "ctau_mm": value = decays.properDecayLength?.mm
      default: value = decays.lifetime?.s
      }
      rows.append(
        Row(
          quantity: "\(row.text("model")), \(row.text("quantity")), \(channel), "
            + "\(mass.formatted(significant: 4)), coupling \(row.text("coupling"))",
          published: try row.number("expected"), computed: value ?? .nan,
          certainty: row.text("certainty"), source: row.text("source")))
    }
    return Reproduction(topic: .widths, rows: rows, remarks: [])
  }

  /// Contributions to anomalous moments on published curves.
  static func moments(in data: DataFolder) throws -> Reproduction {
    let columns = [
      "curve", "lepton", "mass_gev", "epsilon", "delta_a", "tolerance", "certainty", "source",
    ]
    let world = try VisibleSector.read(from: data)
    var rows: [Row] = []
    for row in try table(.moments, columns: columns, in: data) {
      guard let lepton = Lepton(rawValue: row.text("lepton")) else { continue }
      let mass = try row.number("mass_gev")
      let moment = try OneLoopMoment(
        .vector, mediatorMass: mass, leptonMass: world.leptonMasses[lepton])
      let coupling = try row.number("epsilon") * PhysicalConstants.naturalCharge
      rows.append(
        Row(
          quantity: "\(row.text("curve")), delta a of the \(lepton.rawValue), "
            + Mass.gev(mass).formatted(significant: 5),
          published: try row.number("delta_a"), computed: moment.contribution(coupling: coupling),
          certainty: row.text("certainty"), source: row.text("source")))
    }
    return Reproduction(topic: .moments, rows: rows, remarks: [])
  }
}
