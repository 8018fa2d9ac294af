// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Matter
import Storage

/// The tables and cards of the checkout, and the tables of these tests.
enum Shipped {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func folder() throws -> DataFolder {
    try DataFolder.find(named: root.appending(path: "Data").path)
  }

  static func particles() throws -> ParticleTable { try ParticleTable(from: folder()) }
  static func elements() throws -> ElementTable { try ElementTable(from: folder()) }
  static func catalogue() throws -> MaterialCatalogue { try MaterialCatalogue(from: folder()) }

  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// A table that lies beside these tests.
  static func table(_ name: String, columns: [String]) throws -> DataTable {
    try DataTable(
      readingFrom: root.appending(path: "Tests/MatterTests/Reference/\(name)").path,
      columns: columns)
  }
}

/// True where two numbers agree to a fraction of the second.
func isNear(_ value: Double, _ reference: Double, _ relative: Double) -> Bool {
  (value - reference).magnitude <= relative * reference.magnitude
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
