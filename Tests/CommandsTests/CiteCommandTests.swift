// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Citations")
struct CiteCommandTests {
  @Test("cite answers as recorded", arguments: Transcript.exchanges(in: "citations"))
  func transcript(_ exchange: Transcript) {
    #expect(exchange.actual(from: .lacuna, data: Checkout.data) == exchange.answer)
  }

  @Test("without a name the bibliography comes back as it was written")
  func everything() throws {
    let file = try Checkout.text("Data/references.bib")
    let performance = Program.lacuna.performWithData(["cite"])
    #expect(file.hasSuffix(performance.output))
    #expect(performance.output.hasPrefix("@"))
  }

  @Test("the list names every key once, in order, and what names it")
  func list() throws {
    let document = try Program.lacuna.document(["cite"])
    let entries = try #require(document["entries"] as? [[String: Any]])
    let keys = entries.compactMap { $0["key"] as? String }
    #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(keys.count > 50)
  }

  @Test("what a formula, its type and its module come from contain one another")
  func nesting() throws {
    let keys = { (name: String) in
      let document = try Program.lacuna.document(["cite", name])
      return Set(
        (document["entries"] as? [[String: Any]] ?? []).compactMap { $0["key"] as? String })
    }
    let formula = try keys("OneLoopMoment.heavyPerCouplingSquared")
    let type = try keys("OneLoopMoment")
    let module = try keys("DarkSector")
    #expect(formula == ["NA64:2021xzo"])
    #expect(type == ["Leveille:1977rc", "NA64:2021xzo"])
    #expect(type.isStrictSubset(of: module))
  }

  @Test("a data folder without a bibliography is a failure that says so")
  func noBibliography() {
    let performance = Program.lacuna.perform(
      ["cite"], environment: ["LACUNA_DATA": Inventory.fixtureData])
    #expect(performance.status == .failed)
    #expect(performance.error.contains("references.bib' (there is no such file or folder)"))
  }
}
