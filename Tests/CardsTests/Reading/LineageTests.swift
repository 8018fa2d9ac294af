// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Testing

@Suite("extends")
struct LineageTests {
  static let parent =
    Fixture.head + """
      exposure: [{name: "2016", electrons: 4.3e10}, {name: "2017", electrons: 5.4e10}]
      detector:
        - {name: srd, kind: counter, at: -5 m, material: lead, thickness: 1 mm}
        - name: ecal
          kind: calorimeter
          at: 0 m
          layers: 150
          absorber: {material: lead, thickness: 1.5 mm}
          cells: [6, 6]
      """

  static func child(_ text: String) -> CardReader.Reading {
    Fixture.read(
      "schema: 1\nkind: search\nname: child\nextends: parent\n" + text, shelf: ["parent": parent])
  }

  @Test("a card without changes says what its parent says, under its own name")
  func inheritsAll() throws {
    let card = try #require(Self.child("").card)
    let parent = try #require(Fixture.read(Self.parent).card)
    #expect(card.name == "child")
    #expect(card.ancestors.map(\.name) == ["parent.yaml"])
    let renamed = CanonicalText.of(card).replacing("name: child", with: "name: test")
    #expect(renamed == CanonicalText.of(parent))
  }

  @Test("elements merge by name, are removed, are added at the end; other lists replace")
  func elementsMerge() throws {
    let card = try #require(
      Self.child(
        """
        detector:
          - {name: ecal, layers: 100, cells: [3, 3], absorber: {thickness: 2 mm}}
          - {name: srd, remove: true}
          - {name: veto, kind: counter, at: 1 m, material: iron, thickness: 5 cm}
        """
      ).card)
    let detector = card[Fixture.detector]
    #expect(detector.map(\.name) == ["ecal", "veto"])
    #expect(detector[0][Fixture.Calorimeter.layers] == 100)
    #expect(detector[0][Fixture.Calorimeter.cells] == [3, 3])
    let absorber = detector[0][Fixture.Calorimeter.absorber]
    #expect(absorber[Fixture.Slab.material].name == "lead")
    #expect(absorber[Fixture.Slab.thickness].mm == 2)
  }

  @Test("an element of another kind takes the place of the old one")
  func otherKindReplaces() throws {
    let card = try #require(
      Self.child(
        "detector: [{name: ecal, kind: counter, at: 0 m, material: iron, thickness: 1 cm}]"
      ).card)
    #expect(card[Fixture.detector].map(\.name) == ["srd", "ecal"])
    #expect(card[Fixture.detector][1].kind == "counter")
  }

  @Test("a new value does not keep the source of the old one")
  func newValueDropsSource() throws {
    let parent = Fixture.head.replacing(
      "100 GeV", with: "{value: 100 GeV, source: X, certainty: quoted}")
    func momentum(_ change: String) throws -> Measured<MomentumDimension> {
      let text = "schema: 1\nkind: search\nname: c\nextends: p\nbeam: {momentum: \(change)}"
      return try #require(Fixture.read(text, shelf: ["p": parent]).card)[Fixture.beam][
        Fixture.Beam.momentum]
    }
    #expect(try momentum("{value: 50 GeV}") == Measured(.gev(50)))
    #expect(try momentum("50 GeV") == Measured(.gev(50)))
    #expect(
      try momentum("{error: 1 GeV}")
        == Measured(.gev(100), error: .gev(1), source: "X", certainty: .quoted))
  }

  @Test("what is inherited keeps the place in the file that it came from")
  func placesStay() {
    let parent = Fixture.head.replacing("100 GeV", with: "100")
    let reading = Fixture.read(
      "schema: 1\nkind: search\nname: c\nextends: p\nbeam: {spot: 1}", shelf: ["p": parent])
    #expect(reading.findings.byPlace.map(\.span) == ["p.yaml:4:18-4:21", "card.yaml:5:14-5:15"])
  }

  @Test("a parent is found by a path relative to the card that names it")
  func relativePaths() {
    let source = Source(name: "a/b/card.yaml", text: "")
    func address(_ text: String) -> CardShelf.Address {
      CardShelf.address(of: text, kind: "search", from: source)
    }
    #expect(address("parent") == .name("parent", kind: "search"))
    #expect(address("parent.yaml") == .path("a/b/parent.yaml"))
    #expect(address("./x/../parent.yaml") == .path("a/b/parent.yaml"))
    #expect(address("../parent.yaml") == .path("a/parent.yaml"))
    #expect(address("../../../parent.yaml") == .path("../parent.yaml"))
    #expect(address("/etc/parent.yaml") == .path("/etc/parent.yaml"))
  }

  @Test("cards that extend one another in a circle are told by the whole circle")
  func circle() {
    let cards = [
      "round": "schema: 1\nkind: search\nname: round\nextends: about\n",
      "about": "schema: 1\nkind: search\nname: about\nextends: round\n",
    ]
    let reading = Fixture.read(Fixture.head + "extends: round", shelf: cards)
    #expect(
      reading.findings.kept.flatMap(\.words) == [
        "error: cards extend one another in a circle"
          + " (card.yaml -> round.yaml -> about.yaml -> round.yaml)",
        "= let one of them extend nothing",
      ])
    #expect(reading.findings.kept.map(\.span) == ["about.yaml:4:10-4:15"])
  }

  @Test("where the extended card is not found, what it may hold is not said to be missing")
  func unknownParent() {
    let text = """
      schema: 1
      kind: search
      name: child
      extends: parnt
      beam: {spot: 1}
      detector: [{name: ecal, layers: 100}, {name: srd, remove: true}]
      """
    let reading = Fixture.read(text, shelf: ["parent": Self.parent])
    #expect(reading.card == nil)
    #expect(
      reading.findings.byPlace.flatMap(\.words) == [
        "error: no search is named 'parnt' ('extends' takes a name or a path)",
        "= did you mean 'parent'?",
        "error: '1' has no unit (a length needs one)",
        "= write for example '38.2 mm'; units that fit: fm, nm, um, mm, m, km, cm",
      ])
  }

  @Test("a chain of cards without end is cut")
  func endlessChain() {
    let shelf = CardShelf(
      names: { _ in nil },
      find: { address throws(CardShelf.Unreadable) in
        guard case .name(let name, _) = address, let number = Int(name.dropFirst()) else {
          return nil
        }
        return Source(
          name: name, text: "schema: 1\nkind: search\nname: x\nextends: c\(number + 1)")
      })
    let reading = CardReader(kinds: [Fixture.search], shelf: shelf)
      .read(Source(name: "c0", text: Fixture.head + "extends: c1"))
    #expect(
      reading.findings.kept.flatMap(\.words) == [
        "error: more than 16 cards extend one another",
        "= start from a card that is complete",
      ])
  }

  @Test("a card of another kind than the one wanted is refused")
  func otherKind() {
    let source = Source(
      name: "lead.yaml", text: "schema: 1\nkind: material\nname: lead\ndensity: 1 g/cm3")
    let reader = CardReader(kinds: [Fixture.search, Fixture.material])
    #expect(reader.read(source).card?.kind == "material")
    #expect(
      reader.read(source, as: "search").findings.kept.flatMap(\.words)
        == ["error: a card of kind 'material' where a search belongs"])
  }
}
