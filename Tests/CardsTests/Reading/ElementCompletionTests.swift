// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Testing

@Suite("Elements that extend cards")
struct ElementCompletionTests {
  private static let layers = Key<Int>("layers", .integer(1...), meaning: "layers")
  private static let at = Key<Length>("at", .quantity(), meaning: "position")
  private static let cells = Key<[Int]>(
    "cells", .list(of: .integer(1...)), default: [1], meaning: "cells")

  private static func forms(placed: Bool) -> [Form] {
    [
      Form(
        "calorimeter", meaning: "layers", keys: (placed ? [at] : []) + [layers, cells]),
      Form("counter", meaning: "a slab", keys: placed ? [at] : []),
    ]
  }

  private static let list = Key(
    "detector",
    .elements(kinds: forms(placed: true), from: Stock(kind: "detector", key: "element")),
    meaning: "the elements")
  private static let element = Key<Element>(
    "element", .element(kinds: forms(placed: false)), meaning: "the element")
  private static let kinds = [
    CardKind(Form("search", meaning: "a search", keys: [list])),
    CardKind(Form("detector", meaning: "a detector", keys: [element])),
  ]

  private static let shelf = [
    "ecal": "schema: 1\nkind: detector\nname: ecal\n"
      + "element: {kind: calorimeter, layers: 150, cells: [6, 6]}",
    "short": "schema: 1\nkind: detector\nname: short\nextends: ecal\nelement: {layers: 50}",
    "empty": "schema: 1\nkind: detector\nname: empty",
    "base": "schema: 1\nkind: search\nname: base\ndetector: [{name: e, extends: ecal, at: 1 m}]",
  ]

  private func read(_ text: String, set overrides: [String] = []) -> CardReader.Reading {
    let shelf = CardShelf(
      names: { kind in kind == "detector" ? ["ecal", "short"] : ["base"] },
      find: { address throws(CardShelf.Unreadable) in
        guard case .name(let name, _) = address, let text = Self.shelf[name] else { return nil }
        return Source(name: name + ".yaml", text: text)
      })
    let source = Source(name: "s.yaml", text: "schema: 1\nkind: search\nname: s\n" + text)
    return CardReader(kinds: Self.kinds, shelf: shelf).read(
      source, overrides: Overrides(overrides))
  }

  private func messages(_ text: String) -> [String] {
    read(text).findings.byPlace.map(\.message)
  }

  @Test("an element has the keys of its card, and its own over them; the card is an ancestor")
  func completes() throws {
    let card = try #require(
      read("detector: [{name: e, extends: ecal, at: 2 m, cells: [3]}]").card)
    let element = card[Self.list][0]
    #expect(element.name == "e" && element.kind == "calorimeter")
    #expect(element[Self.layers] == 150)
    #expect(element[Self.cells] == [3])
    #expect(element[Self.at] == .m(2))
    #expect(card.ancestors.map(\.name) == ["ecal.yaml"])
  }

  @Test("cards of elements may extend one another")
  func chains() throws {
    let card = try #require(read("detector: [{name: e, extends: short, at: 0 m}]").card)
    #expect(card[Self.list][0][Self.layers] == 50)
    #expect(card[Self.list][0][Self.cells] == [6, 6])
  }

  @Test("to cards that extend, and to --set, an element looks as if it had been written out")
  func order() throws {
    let text = "extends: base\ndetector: [{name: e, layers: 100}]"
    let card = try #require(read(text, set: ["detector.e.cells=[2]"]).card)
    #expect(card[Self.list][0][Self.layers] == 100)
    #expect(card[Self.list][0][Self.cells] == [2])
    #expect(card[Self.list][0][Self.at] == .m(1))
    let replaced = try #require(
      read("extends: base\ndetector: [{name: e, kind: counter, at: 3 m}]").card)
    #expect(replaced[Self.list][0].kind == "counter")
  }

  @Test("what cannot be extended is told once, and nothing is said to be missing for it")
  func faults() {
    #expect(
      messages("detector: [{name: e, extends: ecla, at: 0 m}]")
        == ["no detector is named 'ecla' ('extends' takes a name or a path)"])
    #expect(
      messages("detector: [{name: e, extends: empty, at: 0 m}]")
        == ["the detector 'empty' has no element (nothing to start from)"])
    #expect(
      messages("detector: [{name: e, extends: [ecal], at: 0 m}]")
        == ["a list where the name of a card belongs ('extends' takes one)"])
  }

  @Test("an element may extend a card only where the list has a stock")
  func without() {
    let reading = CardReader(kinds: [Self.kinds[1]]).read(
      Source(
        name: "d.yaml",
        text: "schema: 1\nkind: detector\nname: d\nelement: {extends: ecal, layers: 1}"))
    #expect(reading.card == nil)
  }

  @Test("a hundred elements may extend cards, not more")
  func cap() {
    let elements = (0..<102).map { "{name: e\($0), extends: ecal, at: 0 m}" }
    let found = messages("detector: [\(elements.joined(separator: ", "))]")
    #expect(found.count { $0 == "more than 100 elements extend cards" } == 2)
  }
}
