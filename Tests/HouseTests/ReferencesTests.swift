// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite("References")
struct ReferencesTests {
  @Test("every source that a doc comment names resolves in docs/references.bib")
  func resolve() throws {
    let known = try keys(of: Checkout.own.read("docs/references.bib"))
    #expect(Set(known).count == known.count, "a key stands twice")
    var named = 0
    for file in Checkout.own.swiftFiles(in: "Sources") {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      for line in lines {
        guard let match = line.firstMatch(of: /\/\/\/ +- Source: *([^, ]+)/) else { continue }
        named += 1
        #expect(
          known.contains(String(match.1)),
          "\(file.lastPathComponent) names \(match.1), which docs/references.bib does not have")
      }
    }
    #expect(named > 10)
  }

  private func keys(of bibliography: String) -> [String] {
    bibliography.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^@[a-z]+\{([^,]+),/).map { String($0.1) }
    }
  }
}
