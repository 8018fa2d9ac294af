// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matter
import Production
import Storage

/// What the tests of production share: data of the checkout, masses, and the lead of the references.
enum Bench {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Masses in GeV as the reference numbers take them.
  static let electron = 0.510_998_95e-3
  static let muon = 0.105_658_375_5

  /// Lead of the reference numbers: A = 207, M = A u.
  static let lead = lead(.elastic)

  static func lead(_ content: PhotonFlux.Content) -> TargetAtom {
    TargetAtom(z: 82, atomicWeight: 207, mass: 207 * 0.931_494_102_42, content)
  }

  static func catalogue() throws -> MaterialCatalogue {
    try MaterialCatalogue(from: DataFolder.find(named: root.appending(path: "Data").path))
  }

  /// The rows of a table of reference numbers beside these tests.
  static func reference(_ name: String) throws -> [TableRow] {
    let path = root.appending(path: "Tests/ProductionTests/Reference/\(name)")
    let text = try String(contentsOf: path, encoding: .utf8)
    let header = text.split(separator: "\n").first { !$0.hasPrefix("#") } ?? ""
    return try DataTable(
      text, file: name, columns: header.split(separator: ",").map(String.init)
    ).rows
  }
}

/// The deviation of a number from an expected one, as a fraction of it; 0 for two zeros.
func deviation(_ value: Double, from expected: Double) -> Double {
  value == expected ? 0 : (value / expected - 1).magnitude
}

/// The error that a piece of work ends with, as its text.
func message(_ work: () throws -> Void) -> String? {
  do {
    try work()
    return nil
  } catch {
    return "\(error)"
  }
}
