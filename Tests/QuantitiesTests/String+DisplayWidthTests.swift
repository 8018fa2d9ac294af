// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite("Columns of a text on a terminal")
struct DisplayWidthTests {
  @Test(
    "letters take one column, ideographs and emoji two, combining marks none",
    arguments: [
      ("", 0), ("abc", 3), ("ε²", 2), ("A′ → e⁺", 7), ("鉛", 2), ("カード", 6), ("e\u{301}", 1),
      ("\u{200B}", 0), ("🧪", 2), ("한글", 4), ("\u{1B}", 0),
    ])
  func width(text: String, expected: Int) {
    #expect(text.displayWidth == expected)
  }

  @Test(
    "a cut text is never wider than asked and shows that something is lost",
    arguments: [
      ("lead", 4, "lead"), ("leads", 4, "lea…"), ("鉛鉛鉛", 4, "鉛…"), ("lead", 1, "…"),
      ("lead", 0, ""),
    ])
  func cut(text: String, width: Int, expected: String) {
    #expect(text.cut(to: width) == expected)
  }
}
