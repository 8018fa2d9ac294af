// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Testing

@Suite("Wording")
struct WordingTests {
  @Test(
    "a shell reads a quoted word back as it was",
    arguments: ["", "a b", "it's", "$HOME", "*", "a;b", "é", "\\", "\"", "#", "~", "-n", "{a,b}"])
  func shell(word: String) throws {
    let script = "printf %s \(shellQuoted(word))"
    #expect(try Bash.output(of: script, files: ["file": ""]) == word)
  }
}
