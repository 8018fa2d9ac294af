// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation

/// The checkout that these tests were compiled from.
enum Checkout {
  /// Its root.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The data that ship with the program.
  static let data = root.appending(path: "Data").path()

  /// The text of a file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The rows of a table of numbers, each a map from the names of the columns.
  static func rows(_ path: String) throws -> [[String: String]] {
    let lines = try text(path).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let cells = lines.map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = cells.first else { return [] }
    return cells.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }

  /// The modules in the order of the plan of the house, with their formulas.
  static func formulas() throws -> [(name: String, formulas: [DocumentedFormula])] {
    let plan = try text("Package.swift")
    let modules = plan.matches(of: /\.target\(\s*name: "(\w+)"/).map { String($0.1) }
    return try modules.map { module in
      let folder = root.appending(path: "Sources/\(module)")
      let files = FileManager.default.enumerator(atPath: folder.path())?.compactMap {
        ($0 as? String).flatMap { $0.hasSuffix(".swift") ? $0 : nil }
      }
      return (
        module,
        try (files ?? []).sorted().flatMap { file in
          let path = "Sources/\(module)/\(file)"
          return DocumentedFormula.formulas(in: try text(path), file: path)
        }
      )
    }
  }
}

extension Program {
  /// Runs a command line with the data that ship.
  func performWithData(_ words: [String], columns: Int? = nil) -> Performance {
    perform(words, columns: columns, environment: ["LACUNA_DATA": Checkout.data])
  }

  /// Runs a command line with the data that ship; the document that it prints.
  func document(_ words: [String]) throws -> [String: Any] {
    let performance = performWithData(words + ["--json"])
    let value = try JSONSerialization.jsonObject(with: Data(performance.output.utf8))
    return value as? [String: Any] ?? [:]
  }
}
