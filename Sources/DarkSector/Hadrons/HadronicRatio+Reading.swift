// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Storage

extension HadronicRatio {
  /// Builds the ratio from the tables `r_ratio_*.csv` that ship with the program.
  ///
  /// - Parameters:
  ///   - data: the data of the program.
  ///   - masses: the masses of the lightest mesons.
  /// - Returns: the ratio; building it takes some milliseconds.
  /// - Throws: `TableError` where a table is missing or wrong.
  package static func read(
    from data: DataFolder, masses: HadronMasses
  ) throws -> HadronicRatio {
    let reader = try Reader(data: data, masses: masses)
    return HadronicRatio(
      masses: masses, pion: try reader.pionFormFactor(), kaon: try reader.kaonFormFactors(),
      mesons: try reader.vectorMesons(), phaseSpace: reader.phaseSpace,
      continuum: try reader.continuum(),
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
    private let manyMesons: DataTable

    init(data: DataFolder, masses: HadronMasses) throws {
      func table(_ name: String, _ columns: [String]) throws -> DataTable {
        try DataTable(
          readingFrom: try data.file("r_ratio_\(name).csv", of: .tables), columns: columns)
      }
      self.masses = masses
      formFactors = try table(
        "form_factors",
        [
          "form_factor", "resonance", "role", "shape", "mass_gev", "width_gev", "coefficient",
          "phase_rad",
        ])
      mesons = try table(
        "mesons", ["meson", "mass_gev", "width_gev", "width_law", "branching_ee"])
      decays = try table("decays", ["meson", "channel", "branching", "phase_deg"])
      scales = try table("perturbative", ["quantity", "value_gev"])
      manyMesons = try table("continuum", HadronicContinuum.columnNames)
      let rho = try Self.row(of: "rho(770)", in: "meson", mesons)
      phaseSpace = MesonPhaseSpace(
        masses: masses,
        threePions: try ThreePionPhaseSpace(
          masses: masses, rho: (try rho.positive("mass_gev"), try rho.positive("width_gev")),
          upper: HadronicRatio.transition.upperBound))
    }

    func continuum() throws -> HadronicContinuum { try HadronicContinuum(manyMesons) }

    func pionFormFactor() throws -> PionFormFactor {
      let rows = rows(of: "pion")
      var rho: Resonance?
      var omega: PionFormFactor.Term?
      var excited: [PionFormFactor.Term] = []
      for row in rows {
        let term = try term(row)
        switch row.text("role") {
        case "leading": rho = term.resonance
        case "mixing": omega = term
        default: excited.append(term)
        }
      }
      guard let rho, let omega else {
        throw TableError(
          file: formFactors.file, problem: "no pion form factor",
          reason: "it needs one row with the role leading and one with mixing")
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
        let name = try row.name("meson")
        return VectorMeson(
          name, mass: try row.positive("mass_gev"), width: try row.positive("width_gev"),
          runs: row.text("width_law") == "running",
          electronBranching: try row.nonNegative("branching_ee"),
          decays: try decays.rows.filter { $0.text("meson") == name }.map(decay),
          phaseSpace: phaseSpace)
      }
    }

    func perturbativeRatio() throws -> PerturbativeRatio {
      func value(_ name: String) throws -> Double {
        try Self.row(of: name, in: "quantity", scales).positive("value_gev")
      }
      return PerturbativeRatio(
        charmThreshold: try value("D0 mass"), bottomThreshold: try value("B+ mass"),
        scales: [try value("Lambda 3"), try value("Lambda 4"), try value("Lambda 5")])
    }

    private func rows(of formFactor: String) -> [TableRow] {
      formFactors.rows.filter { $0.text("form_factor") == formFactor }
    }

    private func term(_ row: TableRow) throws -> PionFormFactor.Term {
      let name = try row.name("shape")
      guard let shape = Resonance.Shape(rawValue: name) else {
        throw row.fault("unknown shape '\(name)'", "there are gounaris-sakurai and breit-wigner")
      }
      let resonance = Resonance(
        shape, mass: try row.positive("mass_gev"), width: try row.positive("width_gev"),
        pionMass: masses.chargedPion)
      return PionFormFactor.Term(
        resonance: resonance,
        coefficient: ComplexNumber(
          magnitude: try row.number("coefficient"), phase: try row.number("phase_rad")))
    }

    private func decay(_ row: TableRow) throws -> VectorMeson.Decay {
      let name = try row.name("channel")
      guard let channel = MesonChannel(rawValue: name) else {
        let known = MesonChannel.allCases.map(\.rawValue).joined(separator: ", ")
        throw row.fault("unknown channel '\(name)'", "there are \(known)")
      }
      return VectorMeson.Decay(
        channel: channel, branching: try row.nonNegative("branching"),
        phase: try row.number("phase_deg") * .pi / 180)
    }

    private static func row(
      of name: String, in column: String, _ table: DataTable
    ) throws -> TableRow {
      guard let row = table.rows.first(where: { $0.text(column) == name }) else {
        throw TableError(
          file: table.file, problem: "no row '\(name)'", reason: "column '\(column)' needs it")
      }
      return row
    }
  }
}
