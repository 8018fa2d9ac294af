// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands

/// The documents that are made from the doc comments of all formulas.
struct FormulaDocuments {
  private let modules: [(name: String, formulas: [DocumentedFormula])]
  private let bibliography: Bibliography

  /// Documents of the modules in the order of the plan of the house.
  init(of modules: [(name: String, formulas: [DocumentedFormula])], _ bibliography: Bibliography) {
    self.modules = modules.filter { !$0.formulas.isEmpty }
    self.bibliography = bibliography
  }

  /// docs/FORMULAS.md.
  var page: String {
    let introduction = """
      # Formulas

      Every formula of the program that is somebody's, as its doc comment states it, with its source.
      Made from the code by `make docs`; a test holds it current. `lacuna cite NAME` prints the
      sources of a module, a type or a function in BibTeX.

      """
    let sections = modules.map { module in
      "## \(module.name)\n\n" + module.formulas.map(section).joined(separator: "\n")
    }
    return ([introduction] + sections).joined(separator: "\n")
  }

  /// Data/tables/formulas.csv.
  var table: String {
    let header = """
      # Which formula of the program is of which publication: made from the doc comments of the code
      # by `make docs`, for `lacuna cite`, which finds no source code in an installation.
      module,formula,source

      """
    var rows: [String] = []
    for (module, formulas) in modules {
      for formula in formulas {
        for entry in bibliography.entries(namedIn: formula.sources.joined(separator: " ")) {
          let row = "\(module),\(formula.name),\(entry.key)"
          if !rows.contains(row) { rows.append(row) }
        }
      }
    }
    return header + rows.map { $0 + "\n" }.joined()
  }

  private func section(_ formula: DocumentedFormula) -> String {
    let sources = formula.sources.map { source in
      let entries = bibliography.entries(namedIn: source).map { entry in
        [entry.label, "*\(entry.title)*", entry.location ?? ""].filter { !$0.isEmpty }
          .joined(separator: ", ")
      }
      return "- \(source): \(entries.joined(separator: "; "))"
    }
    return """
      ### \(formula.name)

      \(formula.text)

      \(sources.joined(separator: "\n"))

      [\(formula.file)](../\(formula.file))

      """
  }
}
