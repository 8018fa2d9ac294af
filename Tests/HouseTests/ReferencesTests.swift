// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite("References")
struct ReferencesTests {
  @Test("every source that a doc comment names resolves in Data/references.bib")
  func comments() throws {
    let known = Set(try keys())
    var named = 0
    for file in Checkout.own.swiftFiles(in: "Sources") {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      for line in lines {
        guard let match = line.firstMatch(of: /\/\/\/ +- Source: *([^, ;]+)(.*)/) else { continue }
        named += 1
        for key in [String(match.1)] + inspireKeys(in: match.2) {
          #expect(known.contains(key), "\(file.lastPathComponent) names \(key)")
        }
      }
    }
    #expect(named > 100)
  }

  @Test("every source that a card or a table names resolves")
  func data() throws {
    let known = Set(try keys())
    var named = 0
    for folder in ["Data", "Examples"] {
      for file in try Checkout.own.files(in: folder, endingIn: ["yaml", "csv"]) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for key in inspireKeys(in: text) + sources(in: text, of: file.pathExtension) {
          named += 1
          #expect(known.contains(key), "\(file.lastPathComponent) names \(key)")
        }
      }
    }
    #expect(named > 100)
  }

  @Test("keys stand once, in order, and each is named by something")
  func bibliography() throws {
    let known = try keys()
    #expect(known == known.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(known).count == known.count)
    let files =
      try Checkout.own.files(in: "Sources", endingIn: ["swift", "c"])
      + Checkout.own.swiftFiles(in: "Tests")
      + (try Checkout.own.files(in: "Data", endingIn: ["yaml", "csv"]))
      + (try Checkout.own.files(in: "Examples", endingIn: ["yaml"]))
    let text = try files.filter { $0.lastPathComponent != "formulas.csv" }
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let idle = known.filter { !text.contains($0) }
    #expect(idle == [])
  }

  /// The keys in the manner of INSPIRE, which no other word looks like.
  private func inspireKeys(in text: some StringProtocol) -> [String] {
    String(text).matches(of: /\b[A-Z][A-Za-z0-9-]+:(?:19|20)[0-9]{2}[a-z]{2,3}\b/)
      .map { String($0.output) }
  }

  /// What stands in the column `source` of a table, or after `source:` in a card.
  private func sources(in text: String, of kind: String) -> [String] {
    if kind == "yaml" {
      return text.matches(of: /source: *([^,}\n ]+)/).map { String($0.1) }
    }
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let column = rows.first?.firstIndex(of: "source") else { return [] }
    return rows.dropFirst().filter { $0.indices.contains(column) }.map { $0[column] }
      .filter { $0 != "-" && !$0.isEmpty }
  }

  private func keys() throws -> [String] {
    try keys(of: Checkout.own.read("Data/references.bib"))
  }

  private func keys(of bibliography: String) -> [String] {
    bibliography.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^@[a-z]+\{([^,]+),/).map { String($0.1) }
    }
  }
}
