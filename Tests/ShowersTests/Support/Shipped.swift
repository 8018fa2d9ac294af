// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matter
import Quantities
import Showers
import Storage

/// The data of the checkout, and the reference tables beside these tests.
enum Shipped {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func folder() throws -> DataFolder {
    try DataFolder.find(named: root.appending(path: "Data").path)
  }

  static func material(_ name: String) throws -> Material {
    try MaterialCatalogue(from: folder()).material(named: name)
  }

  static func lead() throws -> ShowerMedium { try ShowerMedium(material("lead")) }

  static func table(_ name: String, columns: [String]) throws -> DataTable {
    try DataTable(
      readingFrom: root.appending(path: "Tests/ShowersTests/Reference/\(name)").path,
      columns: columns)
  }

  /// The processes in lead with thresholds of 1 MeV.
  static func processes() throws -> ShowerProcesses { try madeProcesses.get() }

  private static let madeProcesses = Result {
    try ShowerProcesses(
      lead(), thresholds: ProductionThresholds(photon: 1e-3, electron: 1e-3), from: folder())
  }

  /// The tables of lead up to 100 GeV, cuts of 1 MeV.
  static func tables() throws -> ShowerTables { try madeTables.get() }

  private static let madeTables = Result {
    try ShowerTables(processes(), cutoffs: TrackingCutoffs(all: 1e-3), highest: 100)
  }

  /// The radiation length of lead in the reference, mm.
  static let radiationLength = 5.6125

  /// Electrons on a block of lead of 40 radiation lengths.
  static func simulation(
    beam: ShowerSpecies = .electron, energy: Energy = .gev(100), cut: Energy = .mev(1),
    depth: Double = 40
  ) throws -> ShowerSimulation {
    try ShowerSimulation(
      ShowerSetup(
        material: material("lead"), depth: .mm(depth * radiationLength), beam: beam,
        energy: energy, cut: cut, slab: .mm(radiationLength)),
      from: folder())
  }
}

/// True where two numbers agree to a fraction of the second.
func isNear(_ value: Double, _ reference: Double, _ relative: Double) -> Bool {
  (value - reference).magnitude <= relative * reference.magnitude
}
