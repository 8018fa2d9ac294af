// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Storage
import Testing

@Suite("reading with limits")
struct FileReaderTests {
  let here = Workspace()

  @Test("a file of exactly the limit is read, one more byte is refused")
  func limit() throws {
    here.put("12345", "file")
    #expect(try FileReader.read(here("file"), atMost: 5) == Array("12345".utf8))
    #expect(
      storageError { _ = try FileReader.read(here("file"), atMost: 4) }?.description
        == "cannot read '\(here("file"))' (it is larger than 4 bytes) "
        + "check that it is the file you mean")
  }

  @Test("a file that does not say its size is read, and held to the limit")
  func unknownSize() throws {
    #expect(try FileReader.read("/proc/self/status", atMost: 1 << 16).count > 100)
    #expect(
      storageError { _ = try FileReader.read("/proc/self/status", atMost: 100) }?.cause
        == .tooLarge(limit: 100))
  }

  @Test("what is no file is refused at once")
  func notAFile() {
    mkfifo(here("pipe"), 0o600)
    #expect(storageError { _ = try FileReader.read(here("pipe"), atMost: 9) }?.cause == .notAFile)
    #expect(storageError { _ = try FileReader.read("/dev/zero", atMost: 9) }?.cause == .notAFile)
    #expect(storageError { _ = try FileReader.read(here.path, atMost: 9) }?.cause == .isFolder)
  }

  @Test("a file that is not there")
  func missing() {
    #expect(
      storageError { _ = try FileReader.read(here("none"), atMost: 9) }?.description
        == "cannot read '\(here("none"))' (there is no such file or folder) check the spelling")
  }

  @Test("a name with a NUL is not cut there")
  func nul() {
    here.put("secret", "file")
    #expect(
      storageError { _ = try FileReader.read(here("file\0.yaml"), atMost: 9) }?.cause
        == .invalidPath)
  }
}
