// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Testing

@Suite("Transcripts of the frame")
struct TranscriptTests {
  @Test("good command lines are read", arguments: Transcript.exchanges(in: "readings"))
  func readings(_ exchange: Transcript) {
    #expect(exchange.actual(from: .fixture) == exchange.answer)
  }

  @Test(
    "each mistake has its sentence and its caret", arguments: Transcript.exchanges(in: "mistakes"))
  func mistakes(_ exchange: Transcript) {
    #expect(exchange.actual(from: .fixture) == exchange.answer)
  }

  @Test("help pages are laid out for 80 columns", arguments: Transcript.exchanges(in: "help"))
  func help(_ exchange: Transcript) {
    #expect(exchange.actual(from: .fixture) == exchange.answer)
  }

  @Test(
    "a terminal of 50 columns gets narrower pages", arguments: Transcript.exchanges(in: "narrow"))
  func narrow(_ exchange: Transcript) {
    #expect(exchange.actual(from: .fixture, columns: 50) == exchange.answer)
  }

  @Test(
    "transcripts are written anew only when asked", .serialized,
    arguments: ["readings", "mistakes", "help"])
  func record(_ name: String) throws {
    try Transcript.record(name, from: .fixture)
    try Transcript.record("narrow", from: .fixture, columns: 50)
    try Transcript.record("cards", from: .library)
    for name in [
      "widths", "moments", "citations", "shown", "limits", "xsec", "showers", "events",
    ] {
      try Transcript.record(name, from: .lacuna, data: Checkout.data)
    }
  }
}
