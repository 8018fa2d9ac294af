// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Testing

@Suite("Wording")
struct WordingTests {
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
    #expect(quoted(String(repeating: "a", count: 61)).count == 62)
  }

  @Test(
    "a shell reads a quoted word back as it was",
    arguments: ["", "a b", "it's", "$HOME", "*", "a;b", "é", "\\", "\"", "#", "~", "-n", "{a,b}"])
  func shell(word: String) throws {
    let script = "printf %s \(shellQuoted(word))"
    #expect(try Bash.output(of: script, files: ["file": ""]) == word)
  }
}
