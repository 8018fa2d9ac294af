// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Storage
import Testing
import _Probing

@Suite("the cache")
struct CacheTests {
  let here = Workspace()
  let key = CacheKey("table", ["material": "lead", "energy": .number(100)])

  private var cache: Cache { Cache(folder: here("cache"), codeVersion: "1") }

  private var entry: String {
    get throws { try #require(try cache.entries().first).name }
  }

  @Test("a value is built once and then found, by another instance too")
  func foundAgain() throws {
    let first = cache.value(for: key) { [1, 2, 3] }
    #expect(first.bytes == [1, 2, 3])
    #expect(first.isNew)
    let second = Cache(folder: here("cache"), codeVersion: "1").value(for: key) { [9] }
    #expect(second.bytes == [1, 2, 3])
    #expect(!second.isNew)
    #expect(first.notes + second.notes == [])
    #expect(try here.names == ["cache"] && Folder.names(in: here("cache")) == [entry])
  }

  @Test("an empty value is a value")
  func empty() {
    _ = cache.value(for: key) { [] }
    #expect(!cache.value(for: key) { [1] }.isNew)
  }

  @Test("another key or another version of the code is another value")
  func otherKeys() throws {
    _ = cache.value(for: key) { [1] }
    #expect(cache.value(for: key.adding("depth", .number(40))) { [2] }.bytes == [2])
    #expect(Cache(folder: here("cache"), codeVersion: "2").value(for: key) { [3] }.bytes == [3])
    #expect(cache.value(for: key) { [4] }.bytes == [1])
    #expect(try cache.entries().count == 3)
  }

  @Test("an entry with any one byte changed is built again, and said")
  func everyByteCounts() throws {
    _ = cache.value(for: key) { Array("value".utf8) }
    let name = try entry
    let path = here("cache/\(name)")
    let whole = try FileReader.read(path, atMost: 1 << 20)
    for position in whole.indices {
      var damaged = whole
      damaged[position] ^= 0x04
      here.put(damaged, "cache/\(name)")
      let kept = cache.value(for: key) { Array("value".utf8) }
      #expect(kept.isNew)
      #expect(
        kept.notes == ["cache entry '\(path)' is not used (it is damaged) it is built again"])
      #expect(try FileReader.read(path, atMost: 1 << 20) == whole)
    }
  }

  @Test("an entry cut anywhere, or with something after it, is built again")
  func truncated() throws {
    _ = cache.value(for: key) { Array("value".utf8) }
    let name = try entry
    let path = here("cache/\(name)")
    let whole = try FileReader.read(path, atMost: 1 << 20)
    for count in whole.indices {
      here.put(Array(whole[..<count]), "cache/\(name)")
      #expect(cache.value(for: key) { Array("value".utf8) }.notes.count == 1)
    }
    here.put(whole + [0], "cache/\(name)")
    #expect(cache.value(for: key) { Array("value".utf8) }.notes.count == 1)
    #expect(cache.value(for: key) { [] }.bytes == Array("value".utf8))
  }

  @Test("lengths that overflow are damage, not a trap")
  func overflow() throws {
    _ = cache.value(for: key) { [1] }
    let path = here("cache/\(try entry)")
    let huge = "lacuna cache 1\nkey \(Int.max)\nvalue \(Int.max)\nsha256 0\n\n"
    try AtomicFile.write(huge, to: path, overwriting: true)
    #expect(cache.value(for: key) { [1] }.notes.count == 1)
  }

  @Test("a whole entry of another key is not trusted, though its name has the hash")
  func foreign() throws {
    _ = cache.value(for: key) { [1] }
    let mine = try entry
    let others = Cache(folder: here("others"), codeVersion: "1")
    _ = others.value(for: key.adding("depth", "40 X0")) { [2] }
    let theirs = try #require(try others.entries().first).name
    rename(here("others/\(theirs)"), here("cache/\(mine)"))
    let kept = cache.value(for: key) { [1] }
    #expect(kept.bytes == [1])
    #expect(
      kept.notes == [
        "cache entry '\(here("cache/\(mine)"))' is not used (it has another key) it is built again"
      ])
    let again = cache.value(for: key) { [] }
    #expect(again.bytes == [1] && !again.isNew && again.notes.isEmpty)
  }

  @Test("two processes at once build a value once")
  func twoProcesses() {
    let probes = (0..<4).map { _ in Probe(["cache", here("cache"), here("log")]) }
    for probe in probes { #expect(probe.wait().output == "forty-two\n") }
    #expect(here.text("log") == "built\n")
  }

  @Test("a process killed while it builds leaves the work to the next")
  func killedBuilder() throws {
    let probe = Probe(["cache", here("cache"), here("log")])
    #expect(waitUntil { here.text("log") == "built\n" })
    probe.send(SIGKILL)
    #expect(probe.wait().code == -SIGKILL)
    #expect(Probe(["cache", here("cache"), here("log")]).wait().output == "forty-two\n")
    #expect(here.text("log") == "built\nbuilt\n")
    #expect(try Folder.names(in: here("cache")) == [entry])
  }

  @Test("who does not want to wait for another builds the value without it")
  func notWaiting() throws {
    let probe = Probe(["cache", here("cache"), here("log")])
    #expect(waitUntil { here.text("log") == "built\n" })
    let key = CacheKey("probe", ["answer": .integer(42)])
    var builder: FileLock.Holder?
    let kept = Cache(folder: here("cache"), codeVersion: "probe").value(
      for: key,
      keepWaiting: {
        builder = $0
        return false
      }, build: { [42] })
    #expect(kept.bytes == [42] && kept.isNew && kept.notes.isEmpty)
    #expect(builder?.process == Int(probe.pid))
    #expect(probe.wait().output == "forty-two\n")
  }

  @Test("an error of the work passes through, and nothing is kept")
  func error() throws {
    struct Trouble: Error {}
    #expect(throws: Trouble.self) {
      try cache.value(for: key) { () throws(Trouble) in throw Trouble() }
    }
    #expect(try Folder.names(in: here("cache")) == [])
    #expect(cache.value(for: key) { [1] }.isNew)
  }

  @Test("a cache without a folder builds each time and says so")
  func nowhere() {
    let cache = Cache(folder: nil, codeVersion: "1")
    for _ in 0..<2 {
      let kept = cache.value(for: key) { [1] }
      #expect(kept.isNew)
      #expect(
        kept.notes == [
          "no cache is kept (neither LACUNA_CACHE nor HOME is set) set one of them"
        ])
    }
  }

  @Test("a file where the folder should be is no error")
  func fileInTheWay() {
    here.put("", "cache")
    let kept = cache.value(for: key) { [1] }
    #expect(kept.bytes == [1])
    #expect(kept.isNew)
    #expect(
      kept.notes.last
        == "cannot make the folder '\(here("cache"))' (it exists already) choose another name; "
        + "the value is computed each time")
  }

  @Test("the entries are listed with their sizes, and clearing leaves what is not ours")
  func listing() throws {
    #expect(try cache.entries() == [])
    _ = cache.value(for: key) { [UInt8](repeating: 0, count: 1000) }
    _ = cache.value(for: CacheKey("profile", [:])) { [] }
    here.put("mine", "cache/notes-of-mine.cache")
    here.put("mine", "cache/letter.txt")
    let entries = try cache.entries()
    #expect(entries.map(\.kind) == ["profile", "table"])
    #expect(entries[1].byteCount > 1000 && entries[1].byteCount < 1300)
    #expect(try cache.clear() == 2)
    #expect(try Folder.names(in: here("cache")) == ["letter.txt", "notes-of-mine.cache"])
    #expect(try cache.clear() == 0)
    #expect(try Cache(folder: nil, codeVersion: "").clear() == 0)
  }

  @Test("the folder is the user's")
  func folder() {
    func folder(_ variables: [String: String]) -> String? {
      Cache.folder { variables[$0] }
    }
    let home = ["HOME": "/home/emmy"]
    #expect(folder(home) == "/home/emmy/.cache/lacuna")
    #expect(folder(home.merging(["XDG_CACHE_HOME": "/scratch"]) { $1 }) == "/scratch/lacuna")
    #expect(
      folder(home.merging(["XDG_CACHE_HOME": "scratch"]) { $1 }) == "/home/emmy/.cache/lacuna")
    #expect(folder(home.merging(["LACUNA_CACHE": "here"]) { $1 }) == "here")
    #expect(folder([:]) == nil)
  }
}
