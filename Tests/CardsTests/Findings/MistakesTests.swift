// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Testing

@Suite("Mistakes in cards")
struct MistakesTests {
  static let cases =
    MistakeTable.load("Tables/mistakes.txt") + MistakeTable.load("Tables/syntax.txt")

  @Test("every mistake gives its literal findings at the marked places", arguments: cases)
  func literalFindings(of mistake: MistakeTable.Case) {
    let reading = Fixture.read(mistake.text, set: mistake.options, shelf: CardsOnShelf.cards)
    let findings = reading.findings.byPlace
    #expect(findings.flatMap(\.words) == mistake.expected)
    #expect(findings.map(\.span) == mistake.spans)
    #expect((reading.card == nil) == reading.findings.hasErrors)
  }

  @Test("the tables are there and every kind of mistake is in them")
  func tablesAreComplete() {
    #expect(Self.cases.count >= 60)
  }
}

/// Cards that the tables extend.
enum CardsOnShelf {
  static let cards = [
    "parent": Fixture.head + """
      exposure: [{name: "2016", electrons: 4.3e10}, {name: "2017", electrons: 5.4e10}]
      """,
    "round": "schema: 1\nkind: search\nname: round\nextends: about\n",
    "broken": "schema: 1\nkind: search\nname: broken\nnope: 1\n",
    "about": "schema: 1\nkind: search\nname: about\nextends: round\n",
  ]
}
