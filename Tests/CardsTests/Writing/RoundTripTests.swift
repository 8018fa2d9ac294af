// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Testing

@Suite("A card that is written reads back as the same card")
struct RoundTripTests {
  static let cards = [
    Fixture.head,
    OverridesTests.card,
    LineageTests.parent,
    Fixture.head + """
      note: "a\\tb: \\"c\\" # d\\n- e"
      selection:
        - {name: c, cut: "a.b < 50 GeV and c>=-1e-3", note: "no"}
        - {name: d, cut: x != 1, note: "1e3"}
      scan: {mass: [1MeV..1GeV:60, 2 GeV]}
      statistics: {cl: 0.95, low: -0.1 eV, high: 16.7 MeV}
      model: {production: {bremsstrahlung: off, annihilation: yes}}
      """,
    Fixture.head.replacing(
      "100 GeV",
      with: "{value: 100.1 GeV, error: 1 GeV, source: \"a: b\", certainty: recalled, note: '~'},"
        + " contamination: {pi-: 1 %, \"a: b\": 2 ‰, \"\": 3 ppm, '1': 0.1}"),
  ]

  @Test("with every default filled in, with and without meanings", arguments: cards)
  func roundTrip(text: String) throws {
    let card = try #require(Fixture.read(text).card)
    for showsMeanings in [true, false] {
      let printed = YAMLPrinter(showsMeanings: showsMeanings).text(for: card.written)
      let again = Fixture.read(printed)
      #expect(again.findings.isEmpty, "\(printed)")
      #expect(again.card?.written == card.written)
      #expect(again.card.map(CanonicalText.of) == CanonicalText.of(card))
    }
  }

  @Test("texts come back whatever they hold", arguments: texts)
  func textsComeBack(text: String) throws {
    let written = Written.map([
      .init("schema", .value("1")), .init("kind", .value("search")), .init("name", .text("t")),
      .init("beam", .map([.init("momentum", .value("1 GeV"))])), .init("note", .text(text)),
      .init("selection", .list([])),
    ])
    let printed = YAMLPrinter().text(for: written)
    let card = Fixture.read(printed).card
    #expect(card?[Fixture.note] == text, "\(printed)")
  }

  static let texts = [
    "plain", "", " ", " a", "a ", "a: b", "a:b", "a:", ":a", "#a", "a #b", "a#b", "- a", "-a", "-",
    "---", "--- a", "...", "? a", "?a", "[a", "a]", "{a", "a, b", "'a'", "\"a\"", "it's", "@a",
    "`a", "%a", "!a", "&a", "*a", "|", ">", "a\nb", "\n", "a\tb", "\ta", "\\", "\\n", "a\r\nb",
    "no", "~", "null", "1e3", "08", "0x10", "1.5", "日本語", "e\u{301}", "👩‍👩‍👧", "a\u{2028}b",
    "a\u{85}b", "\u{A0}", "a\u{200B}b", "=", "<<",
  ]

  @Test("as people see it, with the meaning of each key on its line")
  func asPeopleSeeIt() throws {
    let card = try #require(
      Fixture.read(
        Fixture.head + """
          detector: [{name: veto, kind: counter, at: 50 cm, material: lead, thickness: 1 mm}]
          scan: {mass: 1MeV..1GeV:60}
          """
      ).card)
    #expect(
      YAMLPrinter().text(for: card.written) == """
        schema: 1
        kind: search
        name: test                              # name by which other cards and commands find it
        title: ""                               # one line for headings of figures and reports
        beam:                                   # the beam
          particle: e-                          # beam particle
          momentum: 100 GeV/c                   # momentum of the beam particles
          momentum-spread: 0                    # its spread
          spot: 10 mm                           # radius of the beam spot
          contamination: {}                     # share of other particles
        exposure: []                            # the run periods
        detector:                               # the detector along the beam
          - name: veto                          # name, unique in the list
            kind: counter                       # what the element is; the other keys depend on it
            at: 500 mm                          # position of the front face
            material: lead                      # what it is made of
            thickness: 1 mm                     # how thick it is
        selection: []                           # the cuts in order
        model:                                  # the model
          production:                           # the processes that are on
            bremsstrahlung: exact               # how it is made
            annihilation: off                   # whether positrons annihilate
        scan:                                   # the scan
          mass: 1 MeV..1 GeV:60                 # masses
        statistics:                             # the statistics
          cl: 0.9                               # confidence level
          low: 0 GeV                            # lower edge
          high: 100 GeV                         # upper edge
        note: ""                                # a remark

        """)
  }

  @Test("the second element of a list is not explained again; long lines are explained before")
  func explainedOnce() throws {
    let momentum = "{value: 100 GeV, source: Somebody:2020abc, certainty: recalled}"
    let card = try #require(
      Fixture.read(
        Fixture.head.replacing("100 GeV", with: momentum)
          + "exposure: [{name: a, electrons: 1}, {name: b, electrons: 2}]"
      ).card)
    let text = YAMLPrinter().text(for: card.written)
    #expect(
      text.contains(
        """
        exposure:                               # the run periods
          - name: a                             # name, unique in the list
            electrons: 1                        # electrons on target
          - name: b
            electrons: 2

        """))
    #expect(text.contains("\n  # momentum of the beam particles\n  momentum: {value: 100 GeV/c, "))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
