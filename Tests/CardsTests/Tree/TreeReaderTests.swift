// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Testing

@Suite("The tree")
struct TreeReaderTests {
  static func read(_ text: String) throws -> Node {
    var findings = Findings()
    let node = TreeReader.read(Source(name: "t", text: text), into: &findings)
    #expect(findings.isEmpty)
    return try #require(node)
  }

  static func span(_ node: Node) -> String {
    let (start, end) = (node.place.start, node.place.end)
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  @Test("scalars are texts, whatever YAML would make of them")
  func scalarsAreTexts() throws {
    let items = try Self.read("[no, 1e3, 08, ~, null, 0x1F, 12:30:45, 2001-01-01, .inf]").items
    #expect(
      items?.map(\.scalar?.text)
        == ["no", "1e3", "08", "~", "null", "0x1F", "12:30:45", "2001-01-01", ".inf"])
  }

  @Test("the style of a text is kept, its quotes and foldings are resolved")
  func styles() throws {
    let node = try Self.read("a: x y\nb: 'it''s'\nc: \"a\\tb\"\nd: |\n  one\n  two\ne:\nf: ''\n")
    let scalars = node.entries?.compactMap(\.value.scalar) ?? []
    #expect(scalars.map(\.text) == ["x y", "it's", "a\tb", "one\ntwo\n", "", ""])
    #expect(
      scalars.map(\.style)
        == [.plain, .singleQuoted, .doubleQuoted, .block, .plain, .singleQuoted])
    #expect(scalars.map(\.isAbsent) == [false, false, false, false, true, false])
  }

  @Test("places are lines and columns of characters, from 1, for every kind of node")
  func places() throws {
    let node = try Self.read("a: x y\nbb:\n  - 'é'\n  - {k: [1, 2]}\ncc: |\n  text\n\n# end\n")
    #expect(node.entries?.map { Self.span($0.value) } == ["1:4-1:7", "3:3-4:16", "5:5-6:7"])
    let items = try #require(node.value(of: "bb")?.items)
    #expect(items.map(Self.span) == ["3:5-3:8", "4:5-4:16"])
    #expect(items[1].value(of: "k").map(Self.span) == "4:9-4:15")
    #expect(Self.span(node) == "1:1-6:7")
  }

  @Test(
    "line breaks of every system count alike",
    arguments: ["a: 1\nb: 2", "a: 1\r\nb: 2", "a: 1\rb: 2"])
  func lineBreaks(text: String) throws {
    #expect(try Self.read(text).value(of: "b").map(Self.span) == "2:4-2:5")
  }

  @Test("a byte order mark is not a character")
  func byteOrderMark() throws {
    #expect(try Self.read("\u{FEFF}a: 1").value(of: "a").map(Self.span) == "1:4-1:5")
  }

  @Test("columns count characters: combining marks, emoji and tabs are one each")
  func columns() throws {
    let node = try Self.read("{e\u{301}: 1, 👩‍👩‍👧: 2,\tz: 3}")
    #expect(node.entries?.map { Self.span($0.value) } == ["1:5-1:6", "1:11-1:12", "1:17-1:18"])
  }

  @Test("a part of a text has a place of its own where the text stands as it is")
  func insideScalars() throws {
    let node = try Self.read("[plain text, 'single é x', \"double\", \"esc\\taped\", 'it''s']")
    let items = try #require(node.items)
    func span(_ index: Int, _ range: Range<Int>) -> String {
      let place = items[index].place(ofCharacters: range)
      return "\(place.start.column)-\(place.end.column)"
    }
    #expect(span(0, 6..<10) == "8-12")
    #expect(span(1, 9..<10) == "24-25")
    #expect(span(2, 0..<6) == "29-35")
    #expect(span(3, 0..<2) == "38-49")
    #expect(span(4, 0..<2) == "51-58")
    #expect(span(0, 50..<60) == "2-12")
  }

  @Test("JSON is read by the same reader")
  func json() throws {
    let node = try Self.read(
      "{\"a\": [1, 2.5e3, true, null, \"\\u00e9\\n\"],\n \"b\": {\"c\": {}}}")
    #expect(
      node.value(of: "a")?.items?.map(\.scalar?.text) == ["1", "2.5e3", "true", "null", "é\n"])
    #expect(node.value(of: "b")?.value(of: "c")?.entries?.count == 0)
  }

  @Test("64 levels are read, 65 are not")
  func depth() {
    func findings(_ depth: Int) -> Findings {
      var findings = Findings()
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      _ = TreeReader.read(Source(name: "t", text: text), into: &findings)
      return findings
    }
    #expect(findings(64).isEmpty)
    #expect(findings(65).kept.map(\.place.start.column) == [65])
  }

  @Test("one end mark may close the document")
  func endMark() throws {
    #expect(try Self.read("---\na: 1\n...\n# remark\n").entries?.count == 1)
  }

  @Test("the first of two equal keys counts, and both places are told")
  func duplicates() throws {
    var findings = Findings()
    let node = TreeReader.read(Source(name: "t", text: "a: 1\nb: 2\na: 3\n"), into: &findings)
    #expect(node?.value(of: "a")?.scalar?.text == "1")
    #expect(findings.kept.map(\.span) == ["t:3:1-3:2"])
    #expect(findings.kept.first?.notes.map(\.place.start.line) == [1])
  }
}
