// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

// The target of Scripts/fuzz-cards: one text read as a card, as its own parent and as an override.

import Cards

/// Reads one input; libFuzzer watches for traps, bad memory and hangs.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let text = String(decoding: bytes, as: UTF8.self)
  let parent = Fixture.head + "note: x\n"
  let cards = ["parent": parent, "self": text]
  for reading in [
    Fixture.read(bytes: bytes, shelf: cards),
    Fixture.read(Fixture.head + "extends: self\n", shelf: cards),
    Fixture.read(parent, set: text.split(separator: "\n").prefix(20).map(String.init)),
  ] {
    _ = FindingPrinter().text(for: reading.findings)
    precondition((reading.card == nil) == reading.findings.hasErrors)
    guard let card = reading.card else { continue }
    let printed = YAMLPrinter().text(for: card.written)
    precondition(Fixture.read(printed).card?.written == card.written, printed)
  }
  return 0
}
