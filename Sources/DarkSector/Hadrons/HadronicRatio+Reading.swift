// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Storage

extension HadronicRatio {
  /// Builds the ratio from the tables `r_ratio_*.csv` that ship with the program.
  ///
  /// - Parameters:
  ///   - data: the data of the program.
  ///   - masses: the masses of the lightest mesons.
  /// - Returns: the ratio; building it takes some milliseconds.
  /// - Throws: `DataTableError` where a table is missing or wrong.
  package static func read(
    from data: DataFolder, masses: HadronMasses
  ) throws -> HadronicRatio {
    let reader = try Reader(data: data, masses: masses)
    return HadronicRatio(
      masses: masses, pion: try reader.pionFormFactor(), kaon: try reader.kaonFormFactors(),
      mesons: try reader.vectorMesons(), phaseSpace: reader.phaseSpace,
      continuum: try HadronicContinuum(
        DataTable("r_ratio_continuum.csv", of: .tables, in: data)),
      perturbative: try reader.perturbativeRatio())
  }

  /// Turns the tables into the parts of the ratio.
  private struct Reader {
    let masses: HadronMasses
    let phaseSpace: MesonPhaseSpace
    private let formFactors: DataTable
    private let mesons: DataTable
    private let decays: DataTable
    private let scales: DataTable

    init(data: DataFolder, masses: HadronMasses) throws {
      self.masses = masses
      formFactors = try DataTable("r_ratio_form_factors.csv", of: .tables, in: data)
      mesons = try DataTable("r_ratio_mesons.csv", of: .tables, in: data)
      decays = try DataTable("r_ratio_decays.csv", of: .tables, in: data)
      scales = try DataTable("r_ratio_perturbative.csv", of: .tables, in: data)
      let rho = try Self.row(of: "rho(770)", in: "meson", mesons, "r_ratio_mesons.csv")
      phaseSpace = MesonPhaseSpace(
        masses: masses,
        threePions: try ThreePionPhaseSpace(
          masses: masses, rho: (try rho.number("mass_gev"), try rho.number("width_gev")),
          upper: HadronicRatio.transition.upperBound))
    }

    func pionFormFactor() throws -> PionFormFactor {
      let rows = try rows(of: "pion")
      var rho: Resonance?
      var omega: PionFormFactor.Term?
      var excited: [PionFormFactor.Term] = []
      for row in rows {
        let term = try term(row)
        switch try row.text("role") {
        case "leading": rho = term.resonance
        case "mixing": omega = term
        default: excited.append(term)
        }
      }
      guard let rho, let omega else {
        throw DataTableError(
          "r_ratio_form_factors.csv", line: nil, "no pion form factor",
          "it needs one row with the role leading and one with mixing")
      }
      return PionFormFactor(rho: rho, omega: omega, excited: excited)
    }

    func kaonFormFactors() throws -> KaonFormFactors {
      KaonFormFactors(
        isovector: try rows(of: "kaon isovector").map(term),
        isoscalar: try rows(of: "kaon isoscalar").map(term))
    }

    func vectorMesons() throws -> [VectorMeson] {
      try mesons.rows.map { row in
        let name = try row.text("meson")
        return VectorMeson(
          name, mass: try row.number("mass_gev"), width: try row.number("width_gev"),
          runs: try row.text("width_law") == "running",
          electronBranching: try row.number("branching_ee"),
          decays: try decays.rows.filter { try $0.text("meson") == name }.map(decay),
          phaseSpace: phaseSpace)
      }
    }

    func perturbativeRatio() throws -> PerturbativeRatio {
      func value(_ name: String) throws -> Double {
        try Self.row(of: name, in: "quantity", scales, "r_ratio_perturbative.csv")
          .number("value_gev")
      }
      return PerturbativeRatio(
        charmThreshold: try value("D0 mass"), bottomThreshold: try value("B+ mass"),
        scales: [try value("Lambda 3"), try value("Lambda 4"), try value("Lambda 5")])
    }

    private func rows(of formFactor: String) throws -> [DataTable.Row] {
      try formFactors.rows.filter { try $0.text("form_factor") == formFactor }
    }

    private func term(_ row: DataTable.Row) throws -> PionFormFactor.Term {
      let shape = try row.text("shape")
      guard let shape = Resonance.Shape(rawValue: shape) else {
        throw DataTableError(
          "r_ratio_form_factors.csv", line: row.line, "unknown shape '\(shape)'",
          "there are gounaris-sakurai and breit-wigner")
      }
      let resonance = Resonance(
        shape, mass: try row.number("mass_gev"), width: try row.number("width_gev"),
        pionMass: masses.chargedPion)
      return PionFormFactor.Term(
        resonance: resonance,
        coefficient: ComplexNumber(
          magnitude: try row.number("coefficient"), phase: try row.number("phase_rad")))
    }

    private func decay(_ row: DataTable.Row) throws -> VectorMeson.Decay {
      let name = try row.text("channel")
      guard let channel = MesonChannel(rawValue: name) else {
        throw DataTableError(
          "r_ratio_decays.csv", line: row.line, "unknown channel '\(name)'",
          "there are \(MesonChannel.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return VectorMeson.Decay(
        channel: channel, branching: try row.number("branching"),
        phase: try row.number("phase_deg") * .pi / 180)
    }

    private static func row(
      of name: String, in column: String, _ table: DataTable, _ file: String
    ) throws -> DataTable.Row {
      guard let row = try table.rows.first(where: { try $0.text(column) == name }) else {
        throw DataTableError(file, line: nil, "no row '\(name)'", "column '\(column)' needs it")
      }
      return row
    }
  }
}
