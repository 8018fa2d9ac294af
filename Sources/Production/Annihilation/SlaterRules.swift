// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Storage

/// Slater's rules for the screening of the electrons of an atom.
///
/// Electrons of one shell share the momentum k = alpha m (Z - S) / n*, with n* the effective quantum
/// number. S counts the other electrons: 0.35 each in the same group (0.30 in 1s); for s and p, 0.85
/// each in the shell below and 1 each deeper; for d and f, 1 each in all groups below. The groups are
/// 1s, 2sp, 3sp, 3d, 4sp, 4d, 4f and so on.
///
/// The kinetic energy of all electrons, which equals their binding, comes out within 2.2% of
/// Hartree-Fock from helium to radon, without relativity.
/// - Source: Slater1930screening, rules 1 to 4
package struct SlaterRules: Sendable {
  /// The name of the table below the folder of tables.
  package static let fileName = "slater_rules.csv"

  /// One shell: its effective quantum number and the screening within its groups of s and p.
  struct Shell: Sendable {
    let effectiveNumber: Double
    let within: Double
  }

  /// The shells in ascending order, n = 1 first.
  let shells: [Shell]

  /// Reads the table that ships with the program.
  package init(from folder: DataFolder) throws(TableError) {
    let path: String
    do throws(StorageError) {
      path = try folder.file(Self.fileName, of: .tables)
    } catch {
      throw TableError(
        file: Self.fileName, problem: "cannot read the table", reason: error.cause.reason)
    }
    let table = try DataTable(
      readingFrom: path, columns: ["n", "effective_n", "screening_within"])
    var shells: [Shell] = []
    for row in table.rows {
      guard try row.integer("n") == shells.count + 1 else {
        throw row.fault("the shell is out of order", "the row belongs to n=\(shells.count + 1)")
      }
      shells.append(
        Shell(
          effectiveNumber: try row.positive("effective_n"),
          within: try row.positive("screening_within")))
    }
    self.shells = shells
  }
}
