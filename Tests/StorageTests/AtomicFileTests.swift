// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Storage
import Testing
import _Probing

/// The error that some work throws; nil when it throws none.
func storageError(_ body: () throws -> Void) -> StorageError? {
  do {
    try body()
  } catch {
    return error as? StorageError
  }
  return nil
}

@Suite("files that are whole or absent")
struct AtomicFileTests {
  let here = Workspace()

  @Test("what is written is there, and nothing else", arguments: [0, 1, 65_536, 3_000_001])
  func whole(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try AtomicFile.write(bytes, to: here("file"))
    #expect(try FileReader.read(here("file"), atMost: count) == bytes)
    #expect(here.names == ["file"])
  }

  @Test("a file that exists is kept unless the caller says otherwise")
  func overwriting() throws {
    try AtomicFile.write("old", to: here("file"))
    let error = storageError { try AtomicFile.write("new", to: here("file")) }
    #expect(error?.cause == .exists)
    #expect(here.text("file") == "old")
    try AtomicFile.write("new", to: here("file"), overwriting: true)
    #expect(here.text("file") == "new")
    #expect(here.names == ["file"])
  }

  @Test("a file that is replaced keeps its permissions")
  func permissions() throws {
    here.put("old", "file")
    chmod(here("file"), 0o640)
    try AtomicFile.write("new", to: here("file"), overwriting: true)
    var status = stat()
    stat(here("file"), &status)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test("a link stays a link, and the file behind it is written")
  func link() throws {
    here.put("old", "file")
    here.makeFolder("elsewhere")
    symlink(here("file"), here("elsewhere/link"))
    try AtomicFile.write("new", to: here("elsewhere/link"), overwriting: true)
    #expect(here.text("file") == "new")
    var status = stat()
    lstat(here("elsewhere/link"), &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("of two that write a new file at once one is told that it exists")
  func race() async throws {
    for round in 0..<50 {
      let path = here("file\(round)")
      let won = await withTaskGroup(of: Int.self) { group in
        for writer in 0..<4 {
          group.addTask {
            storageError { try AtomicFile.write("\(writer)", to: path) } == nil ? 1 : 0
          }
        }
        return await group.reduce(0, +)
      }
      #expect(won == 1)
    }
    #expect(here.names.count == 50)
  }

  @Test("the longest name that the folder allows can be written")
  func longName() throws {
    let name = String(repeating: "n", count: 255)
    try AtomicFile.write("text", to: here(name))
    #expect(here.names == [name])
  }

  @Test("each mistake has its own sentence, and leaves nothing behind")
  func sentences() {
    here.makeFolder("folder")
    here.put("", "plain")
    mkfifo(here("pipe"), 0o600)
    let names = here.names
    let long = String(repeating: "n", count: 256)
    let cases = [
      ("folder", "it is a folder) name a file"),
      ("folder/", "it is a folder) name a file"),
      ("none/file", "its folder does not exist) make the folder first"),
      ("plain/file", "a part of the path is not a folder) name a folder"),
      ("pipe", "it is not a regular file) name a file"),
      (long, "the name is too long) choose a shorter name"),
    ]
    for (name, expected) in cases {
      let path = here(name)
      for overwriting in [false, true] {
        let error = storageError { try AtomicFile.write("x", to: path, overwriting: overwriting) }
        #expect(error?.description == "cannot write '\(path)' (\(expected)")
      }
    }
    #expect(
      storageError { try AtomicFile.write("x", to: here("plain")) }?.description
        == "cannot write '\(here("plain"))' (it exists already) "
        + "choose another name, or allow it to be overwritten")
    #expect(here.names == names)
  }

  @Test("a device is refused and not replaced", arguments: ["/dev/null", "/dev/full"])
  func device(path: String) {
    let error = storageError { try AtomicFile.write("x", to: path, overwriting: true) }
    #expect(error?.cause == .notAFile)
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("an empty path and one with a NUL are refused")
  func invalidPath() {
    #expect(storageError { try AtomicFile.write("x", to: "") }?.cause == .invalidPath)
    let error = storageError { try AtomicFile.write("x", to: here("a\0b")) }
    #expect(
      error?.description
        == "cannot write '\(here("a"))␀b' "
        + "(a path is not empty and holds no NUL character) check the path")
    #expect(here.names == [])
  }

  @Test("a reader never sees half a file while another process rewrites it")
  func neverHalf() throws {
    let path = here("file")
    let probe = Probe(["rewrite", path, "50000"])
    #expect(waitUntil { here.names.contains("file") })
    var seen: Set<UInt8> = []
    for _ in 0..<3000 {
      let bytes = try FileReader.read(path, atMost: 1 << 20)
      #expect(bytes.count == 50_000)
      let first = try #require(bytes.first)
      #expect(bytes.allSatisfy { $0 == first })
      seen.insert(first)
    }
    probe.send(SIGKILL)
    #expect(probe.wait().code == -SIGKILL)
    #expect(seen.count == 2)
  }

  @Test("a writer killed at any moment leaves the old file or the new, and what it left is removed")
  func killed() throws {
    let path = here("file")
    var abandoned = 0
    for round in 0..<40 {
      let probe = Probe(["rewrite", path, "400000"])
      #expect(waitUntil { here.names.contains("file") })
      usleep(useconds_t(500 * (round % 10) + 37 * round))
      probe.send(SIGKILL)
      #expect(probe.wait().code == -SIGKILL)
      let bytes = try FileReader.read(path, atMost: 1 << 20)
      #expect(bytes.count == 400_000)
      #expect(Set(bytes).count == 1)
      let left = here.names.count - 1
      abandoned += left
      #expect(AtomicFile.removeAbandoned(in: here.path) == left)
      #expect(here.names == ["file"])
    }
    // Otherwise this test has tested nothing.
    #expect(abandoned > 0)
  }

  @Test("the temporary file of a living writer and foreign files stay")
  func sweep() throws {
    here.put("", ".lacuna-notes")
    here.put("", "data.part")
    here.put("", ".lacuna-1-1.part")
    here.makeFolder(".lacuna-2-2.part")
    let living = here.put("", ".lacuna-3-3.part")
    let file = open(living, O_RDWR)
    flock(file, LOCK_EX)
    #expect(AtomicFile.removeAbandoned(in: here.path) == 1)
    #expect(here.names == [".lacuna-2-2.part", ".lacuna-3-3.part", ".lacuna-notes", "data.part"])
    close(file)
    #expect(AtomicFile.removeAbandoned(in: here.path) == 1)
    #expect(AtomicFile.removeAbandoned(in: here("none")) == 0)
  }

  @Test("with standard output closed nothing printed gets into the file")
  func closedOutput() {
    #expect(Probe(["chatter", here("file")], closingOutput: true).wait().code == 0)
    #expect(here.text("file") == "all that there is\n")
    #expect(here.text("file.lock") == "")
  }
}
