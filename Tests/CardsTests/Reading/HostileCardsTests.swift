// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Glibc
import Testing

/// The time that this thread has computed.
private func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}

@Suite("Hostile cards", .serialized)
struct HostileCardsTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let finding: String

    init(_ name: String, _ bytes: [UInt8], _ finding: String) {
      testDescription = name
      self.bytes = bytes
      self.finding = finding
    }

    init(
      _ name: String, _ unit: String, bytes count: Int, after head: String = "", _ finding: String
    ) {
      let unit = Array(unit.utf8)
      var bytes = Array(head.utf8)
      bytes.reserveCapacity(count)
      while bytes.count + unit.count <= count { bytes += unit }
      self.init(name, bytes, finding)
    }
  }

  static let size = 10_000_000

  static let attacks: [Attack] = [
    Attack(
      "200,000 brackets", "[", bytes: 200_000,
      "error: lists and maps are nested more than 64 deep (no card needs that)"),
    Attack(
      "200,000 maps in maps", "{a: ", bytes: 800_000,
      "error: lists and maps are nested more than 64 deep (no card needs that)"),
    Attack(
      "dashes on one line", "- ", bytes: size,
      "error: lists and maps are nested more than 64 deep (no card needs that)"),
    Attack(
      "question marks", "? ", bytes: size,
      "error: a map as a key (keys are plain names)"),
    Attack(
      "10 MB of one letter", "a", bytes: size,
      "error: a value where a card belongs (a card is a map of keys)"),
    Attack(
      "10 MB of two bytes each", "é", bytes: size,
      "error: a value where a card belongs (a card is a map of keys)"),
    Attack(
      "10 MB of combining marks", "\u{301}", bytes: size, after: "a",
      "error: a value where a card belongs (a card is a map of keys)"),
    Attack(
      "10 MB of lines", "a\n", bytes: size,
      "error: a value where a card belongs (a card is a map of keys)"),
    Attack("10 MB of line breaks", "\n", bytes: size, "error: the card is empty (it has no keys)"),
    Attack("10 MB of spaces", " ", bytes: size, "error: the card is empty (it has no keys)"),
    Attack(
      "10 MB of remarks", "# remark\n", bytes: size, "error: the card is empty (it has no keys)"),
    Attack(
      "10 MB of quotes", "\"", bytes: size,
      "error: text after the end of the card (its first value is complete)"),
    Attack(
      "10 MB of items", "- a\n", bytes: size,
      "error: more than 200000 keys and values (a card has a few hundred)"),
    Attack(
      "10 MB of items in a row", "a,", bytes: size, after: "[",
      "error: more than 200000 keys and values (a card has a few hundred)"),
    Attack(
      "10 MB of one key", "a: 1\n", bytes: size,
      "error: duplicate key 'a' (a key is given once)"),
    Attack(
      "10 MB of one key in a row", "a: 1, ", bytes: size, after: "{",
      "error: duplicate key 'a' (a key is given once)"),
    Attack(
      "aliases that would multiply", "b: [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n", bytes: 1_000_000,
      after: "a: &a [x, x, x, x, x, x, x, x, x]\n", "error: the anchor '&a' (cards have none)"),
    Attack(
      "directives", "%TAG !a! tag:x\n", bytes: size, "error: a YAML directive (cards need none)"),
    Attack(
      "directives after the end", "%TAG !a! tag:x\n", bytes: size, after: "a: 1\n...\n",
      "error: text after the end of the card (its first value is complete)"),
    Attack(
      "documents", "---\n", bytes: size, after: "a: 1\n",
      "error: a second document (a file holds one card)"),
    Attack(
      "tags", "!!a ", bytes: size, "error: a YAML tag (the declaration of a key gives its type)"),
    Attack(
      "colons", ":", bytes: size,
      "error: a ':' where no key can be (the line is indented too far, or the text itself holds ': ')"
    ),
    Attack(
      "unknown keys", (0..<50_000).map { "key\($0): 1\n" }.joined(), bytes: 1_000_000,
      after: Fixture.head, "error: unknown key 'key0' (not a key of the card)"),
    Attack(
      "elements of one name", "  - {name: a, electrons: 1}\n", bytes: 900_000,
      after: Fixture.head + "exposure:\n",
      "error: a second element named 'a' (names are unique in a list)"),
    Attack(
      "unknown keys in elements", "  - {electrons: 1}\n", bytes: 900_000,
      after: Fixture.head + "exposure:\n",
      "error: missing key 'name' in 'exposure[1]' (name, unique in the list)"),
    Attack(
      "a long key", "k", bytes: 5_000_000, after: Fixture.head + "? ",
      "error: a key of 4999938 bytes (at most 128)"),
    Attack(
      "a long number", "9", bytes: 5_000_000, after: "schema: 1\nkind: search\nbeam: {momentum: ",
      "error: a map that goes wrong here (entries are separated by ',')"),
    Attack(
      "a long number in its place", "9", bytes: 5_000_000,
      after: Fixture.head + "statistics:\n  cl: ",
      "error: a text of 4999922 bytes where a number belongs"),
    Attack(
      "a scan of many scans", "1MeV..1GeV:900000, ", bytes: 100_000,
      after: Fixture.head + "scan:\n  mass: ",
      "error: a text of 99920 bytes where a scan of mass belongs"),
    Attack(
      "more than 10 MB", "a", bytes: size + 1,
      "error: the card has 10000001 bytes (at most 10000000 are read)"),
    Attack(
      "NUL", Array("a: b\0c".utf8), "error: a NUL character at byte 4 (cards are text)"),
    Attack("no text at all", [], "error: the card is empty (it has no keys)"),
    Attack(
      "Latin-1", Array("note: caf".utf8) + [0xE9, 0x0A],
      "error: byte 9 is 0xE9 (cards are UTF-8, and this is not)"),
    Attack(
      "a surrogate", Array("a: ".utf8) + [0xED, 0xA0, 0x80],
      "error: byte 3 is 0xED (cards are UTF-8, and this is not)"),
    Attack(
      "an overlong slash", Array("a: ".utf8) + [0xC0, 0xAF],
      "error: byte 3 is 0xC0 (cards are UTF-8, and this is not)"),
    Attack(
      "a cut character", Array("a: ".utf8) + [0xE2, 0x82],
      "error: byte 3 is 0xE2 (cards are UTF-8, and this is not)"),
    Attack(
      "UTF-16", [0xFF, 0xFE] + "a: b".utf8.flatMap { [$0, 0] },
      "error: the card is UTF-16 (its first bytes are the mark of that encoding)"),
    Attack(
      "UTF-16 without a mark", "a: b".utf8.flatMap { [$0, 0] },
      "error: a NUL character at byte 1 (cards are text)"),
    Attack(
      "escape sequences", Array("a: \u{1B}[31m".utf8),
      "error: the invisible character U+001B at byte 3 (cards are text)"),
    Attack(
      "a byte order mark in the middle", Array("a: \u{FEFF}b".utf8),
      "error: the invisible character U+FEFF at byte 3 (cards are text)"),
  ]

  @Test("give a finding within a second", arguments: attacks)
  func aFindingWithinASecond(of attack: Attack) throws {
    var text = ""
    let start = cpuSeconds()
    do {
      let reading = Fixture.read(bytes: attack.bytes)
      #expect(reading.card == nil)
      let said = reading.findings.byPlace.compactMap(\.words.first)
      #expect(said.contains(attack.finding), "\(said.prefix(3))")
      text = FindingPrinter().text(for: reading.findings)
    }
    // The time of this thread alone: other tests run beside it.
    let time = cpuSeconds() - start
    #expect(time < 1)
    #expect(text.utf8.count < 20_000)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
