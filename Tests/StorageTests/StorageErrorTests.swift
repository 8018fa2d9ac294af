// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage
import Testing

@Suite("errors of storage")
struct StorageErrorTests {
  @Test("a control character in a name cannot garble the message")
  func visible() {
    let error = StorageError(.read, "a\u{1B}[2J\n\u{202E}b", .isFolder)
    #expect(
      error.description == "cannot read 'a␛[2J␊\u{FFFD}b' (it is a folder) name a file")
  }

  @Test("an error that has no words of its own has those of the system")
  func system() {
    let error = StorageError(.write, "file", .system(5))
    #expect(error.description == "cannot write 'file' (Input/output error) check the device")
  }
}
