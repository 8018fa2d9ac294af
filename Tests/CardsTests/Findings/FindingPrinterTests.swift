// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Testing

@Suite("Printed findings")
struct FindingPrinterTests {
  /// The excerpt under a finding at the place between `«` and `»`.
  static func excerpt(_ marked: String) -> [String] {
    let bytes = Array(marked.utf8)
    let parts = marked.split(omittingEmptySubsequences: false) { "«»".contains($0) }
    let start = parts[0].utf8.count
    let end = start + parts[1].utf8.count
    let source = Source(name: "t", bytes: Array(parts.joined().utf8))
    #expect(bytes.count == source.bytes.count + 4)
    let text = FindingPrinter().text(for: .error("e", at: source.place(start..<end)))
    return text.split(separator: "\n").dropFirst().map { String($0.dropFirst(8)) }
  }

  @Test("the caret stands under its character")
  func carets() {
    #expect(Self.excerpt("ab «cd» ef") == ["ab cd ef", "   ^~"])
    #expect(Self.excerpt("ab«»") == ["ab", "  ^"])
    #expect(Self.excerpt("«a»") == ["a", "^"])
  }

  @Test("combining characters take no cell, wide ones two, tabs reach to their stop")
  func widths() {
    #expect(Self.excerpt("e\u{301}e\u{301} «x»") == ["e\u{301}e\u{301} x", "   ^"])
    #expect(Self.excerpt("日本 «日本» x") == ["日本 日本 x", "     ^~~~"])
    #expect(Self.excerpt("👩‍👩‍👧 «x»") == ["👩‍👩‍👧 x", "   ^"])
    #expect(Self.excerpt("a\t«b»") == ["a   b", "    ^"])
    #expect(Self.excerpt("\t«\tb»") == ["        b", "    ^~~~~"])
  }

  @Test("a place over several lines is underlined to the end of its first")
  func manyLines() {
    #expect(Self.excerpt("a: «b\n c» d") == ["a: b", "   ^"])
    #expect(Self.excerpt("a: «bcd\r\n c» d") == ["a: bcd", "   ^~~"])
  }

  @Test("a long line is cut around the caret", arguments: [0, 10, 200, 5000, 1_000_000])
  func longLines(lead: Int) throws {
    let lines = Self.excerpt(
      String(repeating: "a", count: lead) + "«XY»" + String(repeating: "日", count: 5000))
    let (line, underline) = (lines[0], lines[1])
    let column = try #require(underline.firstIndex(of: "^"))
    let offset = underline.distance(from: underline.startIndex, to: column)
    #expect(Array(line)[offset] == "X")
    #expect(underline.hasSuffix("^~"))
    #expect(line.hasSuffix("…"))
    #expect(line.hasPrefix("…") == (lead >= 200))
    #expect(line.count <= 100)
  }

  @Test("what could move or forge a terminal's text is shown as a picture")
  func controlCharacters() {
    #expect(Self.excerpt("\u{1B}[31m«x»") == ["␛[31mx", "     ^"])
    #expect(Self.excerpt("\u{202E}«x»") == ["\u{FFFD}x", " ^"])
    #expect(quoted("a\u{1B}b\nc") == "'a␛b␊c'")
    #expect(
      quoted(String(repeating: "x", count: 100)) == "'" + String(repeating: "x", count: 40) + "…'")
  }

  @Test("bytes that are no UTF-8 are shown as far as they can be")
  func invalidBytes() {
    let source = Source(name: "t", bytes: Array("caf".utf8) + [0xE9] + Array(" x".utf8))
    let text = FindingPrinter().text(for: .error("e", at: source.place(3..<4)))
    #expect(text == "t:1:4: error: e\n    1 | caf\u{FFFD} x\n      |    ^\n")
  }

  @Test("location, message, line, caret, suggestion and notes, literally")
  func wholeFinding() {
    let source = Source(name: "card.yaml", text: "a: 1\nb: 2\na: 3\n")
    let finding = Finding.warning(
      "twice (once is enough)", at: source.place(10..<11), suggestion: "remove one",
      notes: [.init("the first", at: source.place(0..<1))])
    #expect(
      FindingPrinter().text(for: finding) == """
        card.yaml:3:1: warning: twice (once is enough)
            3 | a: 3
              | ^
              = remove one
        card.yaml:1:1: note: the first
            1 | a: 1
              | ^

        """)
  }

  @Test("an empty source has no line to show")
  func emptySource() {
    let source = Source(name: "gone.yaml", text: "")
    let text = FindingPrinter().text(for: .error("no such file", at: source.place(0..<0)))
    #expect(text == "gone.yaml:1:1: error: no such file\n")
  }

  @Test("colours come only where they are asked for, and change nothing else")
  func colors() {
    let source = Source(name: "t", text: "abc")
    let finding = Finding.error("e", at: source.place(1..<2), suggestion: "s")
    let colored = FindingPrinter(isColored: true).text(for: finding)
    #expect(colored.contains("\u{1B}[1;31m ^\u{1B}[0m"))
    let stripped = colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
    #expect(stripped == FindingPrinter().text(for: finding))
  }

  @Test("hundreds of findings are counted and not printed")
  func manyFindings() {
    let source = Source(name: "t", text: "a")
    var findings = Findings()
    for index in 0..<1000 { findings.append(.error("e\(index)", at: source.place(0..<1))) }
    let text = FindingPrinter(mostPrinted: 3).text(for: findings)
    #expect(findings.kept.count == 200)
    #expect(findings.count == 1000)
    #expect(text.split(separator: "\n").count == 10)
    #expect(text.hasSuffix("and 997 more findings\n"))
  }

  @Test("findings are in the order of their places, sources in the order of their first")
  func order() {
    let (one, two) = (Source(name: "1", text: "abc"), Source(name: "2", text: "abc"))
    let places = [two.place(1..<2), one.place(2..<3), two.place(0..<1), one.place(0..<1)]
    let findings = Findings(places.map { .error("", at: $0) } + [.error("last", at: places[2])])
    #expect(
      findings.byPlace.map(\.span) == [
        "2:1:1-1:2", "2:1:1-1:2", "2:1:2-1:3", "1:1:1-1:2", "1:1:3-1:4",
      ])
    #expect(findings.byPlace.map(\.message) == ["", "last", "", "", ""])
  }
}
