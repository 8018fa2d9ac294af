// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Testing

@Suite("Notations")
struct NotationTests {
  enum Status: String, CaseIterable, Sendable { case sourced, assumed }

  static let number = Key<Double?>("number", optional: .number(), meaning: "")
  static let integer = Key<Int?>("integer", optional: .integer(), meaning: "")
  static let flag = Key<Bool?>("flag", optional: .boolean, meaning: "")
  static let text = Key<String?>("text", optional: .text(), meaning: "")
  static let status = Key<Status?>("status", optional: .choice(of: Status.self), meaning: "")
  static let energy = Key<Energy?>("energy", optional: .quantity(.positive), meaning: "")
  static let lengths = Key<[Length]?>("lengths", optional: .list(of: .quantity()), meaning: "")
  static let shares = Key<[Named<Fraction>]?>(
    "shares", optional: .map(of: .quantity()), meaning: "")
  static let nested = Key<[[Int]]?>(
    "nested", optional: .list(of: .list(of: .integer())), meaning: "")
  static let slabs = Key<[Section]?>(
    "slabs", optional: .list(of: .section(Fixture.Slab.form)), meaning: "")
  static let scan = Key<Scan<MassDimension>?>("scan", optional: .scan(.positive), meaning: "")
  static let kind = CardKind(
    Form(
      "search", meaning: "",
      keys: [number, integer, flag, text, status, energy, lengths, shares, nested, slabs, scan]))

  static func card(_ line: String) -> Card? {
    let text = "schema: 1\nkind: search\nname: t\n" + line
    return CardReader(kinds: [kind]).read(Source(name: "t", text: text)).card
  }

  @Test(
    "texts stay as they are written", arguments: ["no", "1e3", "08", "~", "null", "true", "1:30"])
  func texts(text: String) {
    #expect(Self.card("text: \(text)")?[Self.text] == text)
  }

  @Test(
    "switches take six words in any case",
    arguments: [
      ("on", true), ("true", true), ("yes", true), ("off", false), ("false", false), ("no", false),
      ("On", true), ("TRUE", true), ("No", false),
    ])
  func switches(text: String, value: Bool) {
    #expect(Self.card("flag: \(text)")?[Self.flag] == value)
  }

  @Test(
    "words that are near to a switch are none", arguments: ["y", "n", "1", "0", "onn", "falsey"])
  func noSwitches(text: String) {
    #expect(Self.card("flag: \(text)") == nil)
  }

  @Test(
    "whole numbers may be written with a power of ten",
    arguments: [("1e3", 1000), ("200000", 200_000), ("-5", -5), ("08", 8), ("2.5e1", 25)])
  func integers(text: String, value: Int) {
    #expect(Self.card("integer: \(text)")?[Self.integer] == value)
  }

  @Test(
    "what is no whole number is refused", arguments: ["1.5", "1e-3", "0x10", "1_000", "1e30", "on"])
  func noIntegers(text: String) {
    #expect(Self.card("integer: \(text)") == nil)
  }

  @Test("numbers are decimal and finite", arguments: [("1e-3", 1e-3), ("-2.5", -2.5), ("08", 8)])
  func numbers(text: String, value: Double) {
    #expect(Self.card("number: \(text)")?[Self.number] == value)
  }

  @Test(
    "what is no number is refused", arguments: [".inf", ".nan", "nan", "1e999", "0x1p3", "1,5"])
  func noNumbers(text: String) {
    #expect(Self.card("number: \(text)") == nil)
  }

  @Test("choices are the cases of an enumeration")
  func choices() {
    #expect(Self.card("status: assumed")?[Self.status] == .assumed)
  }

  @Test("lists and maps hold values of one notation, lists of lists and of sections too")
  func collections() {
    #expect(Self.card("lengths: [1 mm, 2 cm]")?[Self.lengths] == [.mm(1), .mm(20)])
    #expect(Self.card("lengths: []")?[Self.lengths] == [])
    #expect(Self.card("nested: [[1, 2], [], [3]]")?[Self.nested] == [[1, 2], [], [3]])
    let shares = Self.card("shares: {b: 1 %, a: 0.5}")?[Self.shares]
    #expect(shares == [Named("b", .percent(1)), Named("a", .percent(50))])
    #expect(shares?.first?.place?.start.line == 4)
    let slabs = Self.card("slabs: [{material: lead, thickness: 1 mm}]")?[Self.slabs]
    #expect(slabs?.map { $0[Fixture.Slab.thickness].mm } == [1])
  }

  @Test("scans are one text or a list of texts")
  func scans() {
    let values = Self.card("scan: 1MeV..1GeV:4")?[Self.scan]?.values
    #expect(values?.count == 4)
    #expect(Self.card("scan: [1 MeV, 2 MeV]")?[Self.scan]?.values.map(\.mev) == [1, 2])
    #expect(Self.card("scan: [1MeV..9MeV:3lin, 1 GeV]")?[Self.scan]?.values.count == 4)
  }

  @Test("a list of scans is held to the limit of one scan")
  func longScans() {
    let scans = Array(repeating: "1MeV..1GeV:900000", count: 2).joined(separator: ", ")
    #expect(Self.card("scan: [\(scans)]") == nil)
  }

  @Test("optional keys have no value where they are left out, and are not written")
  func absent() throws {
    let card = try #require(Self.card(""))
    #expect(card[Self.energy] == nil)
    #expect(!card.root.gives(Self.energy))
    #expect(
      card.root.written
        == .map([
          .init("name", .text("t"), meaning: "name by which other cards and commands find it"),
          .init("title", .text(""), meaning: "one line for headings of figures and reports"),
        ]))
  }

  @Test("a section knows which keys the card gives, and where")
  func places() throws {
    let card = try #require(Self.card("energy: 1 GeV"))
    #expect(card.root.gives(Self.energy))
    #expect(card.root.place(of: Self.energy).start.column == 9)
    #expect(card.root.place(of: Self.text).start.line == 1)
  }
}
