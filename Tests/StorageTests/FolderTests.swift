// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Storage
import Testing

@Suite("folders")
struct FolderTests {
  let here = Workspace()

  @Test("a folder is made with those above it, and making it again changes nothing")
  func make() throws {
    try Folder.make(here("a/b/c"))
    try Folder.make(here("a/b/c/"))
    #expect(here.names == ["a"])
    #expect(try Folder.names(in: here("a/b")) == ["c"])
  }

  @Test("a file in the way gives a sentence")
  func inTheWay() {
    here.put("", "file")
    #expect(
      storageError { try Folder.make(here("file")) }?.description
        == "cannot make the folder '\(here("file"))' (it exists already) "
        + "choose another name")
    #expect(storageError { try Folder.make(here("file/below")) }?.cause == .exists)
  }

  @Test("names are sorted by their bytes")
  func names() throws {
    for name in ["b", "B", "a", "é", ".c", "10", "9"] { here.put("", name) }
    #expect(try Folder.names(in: here.path) == [".c", "10", "9", "B", "a", "b", "é"])
  }

  @Test("what is no folder cannot be listed")
  func list() {
    here.put("", "file")
    #expect(
      storageError { _ = try Folder.names(in: here("none")) }?.description
        == "cannot list the folder '\(here("none"))' (there is no such file or folder) "
        + "check the spelling")
    #expect(storageError { _ = try Folder.names(in: here("file")) }?.cause == .notAFolder)
  }
}
