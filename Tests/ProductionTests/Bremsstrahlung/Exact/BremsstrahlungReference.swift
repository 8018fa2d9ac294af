// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Matter
import Production

/// The tables of numbers in Reference/, of an independent implementation, on lead, for epsilon = 1.
struct BremsstrahlungReference {
  /// One row by the names of its columns.
  let row: [String: String]

  /// Reads a table.
  static func read(_ name: String) throws -> [BremsstrahlungReference] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Reference/\(name).csv").standardized
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return lines.dropFirst().map { fields in
      BremsstrahlungReference(
        row: Dictionary(zip(lines[0], fields)) { first, _ in first })
    }
  }

  /// A number of the row.
  subscript(_ column: String) -> Double { row[column].flatMap(Double.init) ?? .nan }

  /// The beam energy in GeV.
  var energy: Double { self["energy_gev"] }

  /// The process of the row.
  func process(
    _ content: PhotonFlux.Content = .elastic, accuracy: ExactBremsstrahlung.Accuracy = .fast
  ) throws -> ExactBremsstrahlung {
    let structures: [String: LorentzStructure] = [
      "V": .vector, "A": .axial, "S": .scalar, "P": .pseudoscalar,
    ]
    return try ExactBremsstrahlung(
      RadiatedBoson(
        structures[row["kind"] ?? ""] ?? .vector, mass: 1e-3 * self["mass_mev"], epsilon: 1),
      leptonMass: row["lepton"] == "muon" ? Self.muon : Self.electron,
      atom: Self.lead(content), accuracy: accuracy)
  }
}

extension BremsstrahlungReference {
  /// m_e in GeV.
  static let electron = 0.51099895e-3
  /// m_mu in GeV.
  static let muon = 0.1056583755

  /// The nucleus of the tables, of atomic weight 207.
  static func lead(_ content: PhotonFlux.Content = .elastic) -> TargetAtom {
    TargetAtom(z: 82, atomicWeight: 207, mass: 207 * 0.931_494_102_42, content)
  }

  /// A process on that nucleus for epsilon = 1.
  static func process(
    _ structure: LorentzStructure = .vector, mass: Double, lepton: Double = electron,
    atom: TargetAtom = lead(), fractions: ClosedRange<Double> = 0...1,
    accuracy: ExactBremsstrahlung.Accuracy = .fast
  ) throws -> ExactBremsstrahlung {
    try ExactBremsstrahlung(
      RadiatedBoson(structure, mass: mass, epsilon: 1), leptonMass: lepton, atom: atom,
      fractions: fractions, accuracy: accuracy)
  }
}
