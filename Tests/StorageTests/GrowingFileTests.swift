// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Storage
import Testing

@Suite("files that grow and then take their name")
struct GrowingFileTests {
  let here = Workspace()

  /// Adds a text.
  private func add(_ text: String, to file: borrowing GrowingFile) throws {
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBytes { try file.write($0) }
  }

  @Test("the name is taken at the end, with all that was written")
  func whole() throws {
    var file = try GrowingFile(here("file"))
    try add("one ", to: file)
    try add("two", to: file)
    #expect(here.text("file") == nil)
    try file.finish()
    #expect(here.text("file") == "one two")
    #expect(here.names == ["file"])
  }

  @Test("a file that is given up vanishes, and the old one stays")
  func givenUp() throws {
    here.put("old", "file")
    do {
      let file = try GrowingFile(here("file"), overwriting: true)
      try add("new", to: file)
      #expect(here.names.count == 2)
    }
    #expect(here.names == ["file"])
    #expect(here.text("file") == "old")
  }

  @Test("a file that exists is refused, at the end if it came between")
  func existing() throws {
    var early = try GrowingFile(here("file"))
    here.put("old", "file")
    let late = storageError { _ = try GrowingFile(here("file")) }
    #expect(late == StorageError(.write, here("file"), .exists))
    do {
      try early.finish()
      Issue.record("an existing file was replaced")
    } catch {
      #expect(error == StorageError(.write, here("file"), .exists))
    }
    #expect(here.text("file") == "old")
  }

  @Test("what a library writes under the passing name is part of the file")
  func passingName() throws {
    var file = try GrowingFile(here("file"))
    let other = try #require(FileHandle(forWritingAtPath: file.passingPath))
    try other.write(contentsOf: Data("from outside".utf8))
    try other.close()
    try file.finish()
    #expect(here.text("file") == "from outside")
  }

  @Test("a file that is replaced keeps its permissions")
  func permissions() throws {
    here.put("old", "file")
    chmod(here("file"), 0o640)
    var file = try GrowingFile(here("file"), overwriting: true)
    try file.finish()
    var status = stat()
    stat(here("file"), &status)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(here.text("file") == "")
  }
}
