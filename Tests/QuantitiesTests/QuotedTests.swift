// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite("Quoted text")
struct QuotedTests {
  @Test(
    "control and direction characters of a word are made visible",
    arguments: [
      ("a\u{1B}[2Jb", "'a␛[2Jb'"), ("\n\t", "'␊␉'"), ("\u{7F}", "'␡'"), ("\u{9B}x", "'�x'"),
      ("\u{202E}abc", "'�abc'"), ("ε′", "'ε′'"),
    ])
  func visible(word: String, expected: String) {
    #expect(quoted(word) == expected)
  }

  @Test("a word longer than a message can bear is cut")
  func long() {
    #expect(quoted(String(repeating: "a", count: 41)).count == 43)
    #expect(quoted(String(repeating: "a", count: 41), atMost: nil).count == 43)
  }
}
