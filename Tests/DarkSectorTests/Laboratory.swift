// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Matter
import Quantities
import Storage

/// The data of the checkout and a visible world made of them, for all tests.
enum Laboratory {
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func data() throws -> DataFolder {
    try DataFolder.find(named: checkout.appending(path: "Data").path)
  }

  /// Lepton masses in GeV; those of the table of particles are held against them.
  static let leptons = PerLepton(
    electron: 0.510_998_95e-3, muon: 0.105_658_375_5, tau: 1.776_93)

  /// Meson masses in GeV.
  static let mesons = HadronMasses(
    chargedPion: 0.139_570_39, neutralPion: 0.134_976_8, chargedKaon: 0.493_677,
    neutralKaon: 0.497_611, eta: 0.547_862)

  private static let shared = Result {
    let folder = try data()
    return try VisibleSector(from: folder, particles: try ParticleTable(from: folder))
  }

  /// The visible world; tables are read once.
  static func world() throws -> VisibleSector { try shared.get() }

  /// The rows of a file of reference numbers.
  static func validation(_ name: String) throws -> [TableRow] {
    let path = try data().file(name, of: .validation)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let header = text.split(separator: "\n").first { !$0.hasPrefix("#") } ?? ""
    let columns = header.split(separator: ",").map(String.init)
    return try DataTable(text, file: name, columns: columns).rows
  }
}

/// A deviation in relative terms; 0 for two equal numbers, 0 among them.
func relative(_ value: Double, _ expected: Double) -> Double {
  value == expected ? 0 : abs(value / expected - 1)
}
