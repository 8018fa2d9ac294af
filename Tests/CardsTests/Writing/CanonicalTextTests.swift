// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Testing

@Suite("Canonical text")
struct CanonicalTextTests {
  static func text(_ card: String) throws -> String {
    CanonicalText.of(try #require(Fixture.read(card).card))
  }

  @Test("does not depend on comments, order, units, layout, or written-out defaults")
  func sameCard() throws {
    let one = try Self.text(
      Fixture.head + "statistics: {cl: 0.9}\nmodel: {production: {annihilation: on}}\n")
    let other = try Self.text(
      """
      # a remark
      schema: 1
      model:
        production:
          annihilation: yes  # YAML 1.1 would agree
      kind: search
      beam:
        spot: 1 cm
        momentum: 0.1 TeV
      name: "test"
      exposure: []
      """)
    #expect(one == other)
  }

  @Test("does not depend on the order of free keys")
  func freeKeys() throws {
    let one = Fixture.head.replacing("GeV}", with: "GeV, contamination: {pi-: 1 %, K-: 2 %}}")
    let other = Fixture.head.replacing("GeV}", with: "GeV, contamination: {K-: 0.02, pi-: 0.01}}")
    #expect(try Self.text(one) == Self.text(other))
  }

  @Test(
    "depends on everything that the card says",
    arguments: [
      "statistics: {cl: 0.95}", "note: x", "title: x", "scan: {mass: 1 MeV}",
      "selection: [{name: a, cut: x < 1}, {name: b, cut: x < 2}]",
      "selection: [{name: b, cut: x < 2}, {name: a, cut: x < 1}]",
    ])
  func otherCard(change: String) throws {
    #expect(try Self.text(Fixture.head) != Self.text(Fixture.head + change))
  }

  @Test("keeps the order of lists")
  func orderOfLists() throws {
    let one = "selection: [{name: a, cut: x < 1}, {name: b, cut: x < 2}]"
    let other = "selection: [{name: b, cut: x < 2}, {name: a, cut: x < 1}]"
    #expect(try Self.text(Fixture.head + one) != Self.text(Fixture.head + other))
  }

  @Test("is one line for each value")
  func lines() throws {
    let text = try Self.text(
      Fixture.head.replacing("GeV}", with: "GeV, contamination: {a.b: 1 %}}")
        + "selection: [{name: a, cut: x<1}]")
    #expect(
      text == """
        beam.contamination."a.b": 1 %
        beam.momentum: 100 GeV/c
        beam.momentum-spread: 0
        beam.particle: e-
        beam.spot: 10 mm
        detector: list of 0
        exposure: list of 0
        kind: search
        model.production.annihilation: off
        model.production.bremsstrahlung: exact
        name: test
        note: ""
        scan: {}
        schema: 1
        selection: list of 1
        selection[1].cut: x < 1
        selection[1].name: a
        selection[1].note: ""
        statistics.cl: 0.9
        statistics.high: 100 GeV
        statistics.low: 0 GeV
        title: ""

        """)
  }
}
