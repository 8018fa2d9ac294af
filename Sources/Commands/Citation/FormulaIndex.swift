// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Storage

/// Which formula of the program is of which publication, `tables/formulas.csv` of the data folder.
///
/// The table is made from the doc comments of the sources, which an installation does not have.
package struct FormulaIndex: Sendable {
  /// A formula and a publication behind it.
  package struct Entry: Hashable, Sendable {
    /// The module, such as `DarkSector`.
    package let module: String
    /// The type or function, such as `OneLoopMoment.heavyPerCouplingSquared`.
    package let formula: String
    /// The key of the publication.
    package let source: String
  }

  /// The name of the file.
  package static let fileName = "formulas.csv"

  /// The entries in the order of modules and files.
  package let entries: [Entry]

  /// Reads the table that ships with the program.
  package init(from folder: DataFolder) throws {
    let table = try DataTable(
      readingFrom: try folder.file(Self.fileName, of: .tables),
      columns: ["module", "formula", "source"])
    entries = try table.rows.map { row in
      Entry(
        module: try row.name("module"), formula: try row.name("formula"),
        source: try row.name("source"))
    }
  }

  /// Modules, types and functions by which formulas are found, each once.
  var names: [String] {
    var seen: Set<String> = []
    return entries.flatMap { [$0.module, $0.formula, $0.type] }
      .filter { seen.insert($0).inserted }
  }

  /// The keys behind a module, a type or a function.
  func sources(of name: String) -> [String] {
    entries.filter { [$0.module, $0.formula, $0.type].contains(name) }.map(\.source)
  }
}

extension FormulaIndex.Entry {
  /// The outermost type of the formula.
  fileprivate var type: String { String(formula.prefix { $0 != "." }) }
}
