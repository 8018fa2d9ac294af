// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Testing

@Suite("Paragraphs")
struct ParagraphTests {
  @Test("words fill lines up to the width and a long word has a line of its own")
  func fill() {
    let text = Paragraph("one two three incomprehensibilities four", width: 9)
    #expect(text.lines == ["one two", "three", "incomprehensibilities", "four"])
  }

  @Test("line ends and lines that begin with spaces are kept")
  func kept() {
    let text = Paragraph("a b\n\n  laid out by hand\nc", width: 3)
    #expect(text.lines == ["a b", "", "  laid out by hand", "c"])
  }

  @Test("a hanging paragraph indents all lines but the first")
  func hanging() {
    #expect(Paragraph("a b", width: 1).hanging(by: 2) == "a\n  b")
    #expect(Paragraph("a b", width: 1).indented(by: 2) == "  a\n  b")
  }
}
