// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Quantities
import Storage

/// The data of the checkout and a visible world made of them, for all tests.
enum Laboratory {
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func data() throws -> DataFolder {
    try DataFolder.find(named: checkout.appending(path: "Data").path)
  }

  /// Lepton masses in GeV (CODATA 2022 and the Review of Particle Physics).
  static let leptons = PerLepton(
    electron: 0.510_998_950_69e-3, muon: 0.105_658_375_5, tau: 1.776_93)

  static let mesons = HadronMasses(
    chargedPion: 0.139_570_39, neutralPion: 0.134_976_8, chargedKaon: 0.493_677,
    neutralKaon: 0.497_611, eta: 0.547_862)

  private static let shared = Result {
    VisibleSector(
      leptonMasses: leptons, hadrons: try HadronicRatio.read(from: try data(), masses: mesons))
  }

  /// The visible world; tables are read once.
  static func world() throws -> VisibleSector { try shared.get() }

  static func validation(_ name: String) throws -> [DataTable.Row] {
    try DataTable(name, of: .validation, in: try data()).rows
  }
}

/// A deviation in relative terms; 0 for two equal numbers, 0 among them.
func relative(_ value: Double, _ expected: Double) -> Double {
  value == expected ? 0 : abs(value / expected - 1)
}
