// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Testing

@Suite("Console")
struct ConsoleTests {
  @Test("a reader that goes away ends a command quietly and well")
  func closedPipe() {
    let performance = Program.fixture.perform(["shoot", "lead"], refusing: .closedPipe)
    #expect(performance.status == .done)
    #expect(performance.error == "")
  }

  @Test("a full disk is a failure with a sentence")
  func fullDisk() {
    let refusal = WriteFailure.refused(code: 28, reason: "No space left on device")
    let performance = Program.fixture.perform(["help"], refusing: refusal)
    #expect(performance.status == .failed)
    #expect(
      performance.error == """
        beamline: error: cannot write the output (no space left on device) make room or write \
        elsewhere

        """)
  }

  @Test("colours reach help and mistakes only where they are allowed")
  func colours() {
    let words = ["shoot", "lead", "--energy", "5"]
    #expect(!Program.fixture.perform(words, columns: 80).error.contains("\u{1B}"))
    let colourful = Program.fixture.perform(words, columns: 80, isColourful: true).error
    #expect(colourful.hasPrefix("beamline: \u{1B}[1;31merror:\u{1B}[0m --energy"))
    let help = Program.fixture.perform(["help"], columns: 80, isColourful: true).output
    #expect(help.contains("\u{1B}[1mUSAGE:\u{1B}[0m"))
  }
}
