// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Storage
import Testing
import _Probing

@Suite("locks between processes")
struct FileLockTests {
  let here = Workspace()

  @Test("one holder at a time, also within a process")
  func exclusive() throws {
    let first = try FileLock.tryAcquire(here("lock"))
    #expect((first == nil) == false)
    let second = try FileLock.tryAcquire(here("lock"))
    #expect((second == nil) == true)
    _ = consume first
    let third = try FileLock.tryAcquire(here("lock"))
    #expect((third == nil) == false)
    _ = consume third
  }

  @Test("a copy of its descriptor, as a child that is being started has, does not keep it")
  func copiedDescriptor() throws {
    let lock = try FileLock.tryAcquire(here("lock"))
    var file = stat()
    #expect(stat(here("lock"), &file) == 0)
    let copies = (Int32(3)..<1024).filter { number in
      var open = stat()
      return fstat(number, &open) == 0 && open.st_ino == file.st_ino && open.st_dev == file.st_dev
    }.map { dup($0) }
    defer { for copy in copies { close(copy) } }
    #expect(copies.count == 1)
    _ = consume lock
    let next = try FileLock.tryAcquire(here("lock"))
    #expect((next == nil) == false)
    _ = consume next
  }

  @Test("another process holds it, says so, and loses it by being killed")
  func otherProcess() throws {
    let before = UTCTime.now
    let probe = Probe(["lock", here("lock")])
    #expect(probe.waitForOutput("locked"))
    let refused = try FileLock.tryAcquire(here("lock"))
    #expect((refused == nil) == true)
    let holder = try #require(FileLock.holder(of: here("lock")))
    #expect(holder.process == Int(probe.pid))
    #expect(holder.host == ProcessInfo.processInfo.hostName)
    #expect(holder.since.secondsSince1970 - before.secondsSince1970 <= 10)
    #expect(holder.since.secondsSince1970 >= before.secondsSince1970)
    #expect(
      holder.description == "process \(probe.pid) on \(holder.host) since \(holder.since)")

    var looks = 0
    let lock = try FileLock.acquire(here("lock")) { seen in
      looks += 1
      if looks == 2 { probe.send(SIGKILL) }
      #expect(looks > 2 || seen == holder)
      return looks < 500
    }
    #expect((lock == nil) == false)
    #expect(looks >= 2)
    #expect(probe.wait().code == -SIGKILL)
    _ = consume lock
  }

  @Test("waiting can be given up")
  func givenUp() throws {
    let held = try FileLock.tryAcquire(here("lock"))
    var looks = 0
    let none = try FileLock.acquire(here("lock")) { _ in
      looks += 1
      return looks < 3
    }
    #expect((none == nil) == true)
    #expect(looks == 3)
    _ = consume held
  }

  @Test("a lock that is free has no holder")
  func free() throws {
    #expect(FileLock.holder(of: here("lock")) == nil)
    let lock = try FileLock.tryAcquire(here("lock"))
    #expect(FileLock.holder(of: here("lock")) != nil)
    _ = consume lock
    #expect(FileLock.holder(of: here("lock")) == nil)
    here.put("nonsense\nin the\nfile\n", "lock")
    #expect(FileLock.holder(of: here("lock")) == nil)
  }

  @Test("a passing lock takes its file with it and still has one holder at a time")
  func passing() async throws {
    let path = here("lock")
    let log = here.put("", "log")
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<20 {
            guard
              let lock = try? FileLock.acquire(path, isPassing: true, keepWaiting: { _ in true })
            else { continue }
            lock.whileHeld {
              // Two at once would both read the same number.
              let count = Int((try? String(contentsOfFile: log, encoding: .utf8)) ?? "") ?? 0
              try? "\(count + 1)".write(toFile: log, atomically: false, encoding: .utf8)
            }
          }
        }
      }
    }
    #expect(here.text("log") == "160")
    #expect(here.names == ["log"])
  }

  @Test("a lock that cannot be made gives a sentence")
  func impossible() {
    #expect(
      storageError { _ = try FileLock.tryAcquire(here("none/lock")) }?.description
        == "cannot lock '\(here("none/lock"))' (its folder does not exist) make the folder first")
    #expect(storageError { _ = try FileLock.tryAcquire(here.path) }?.cause == .isFolder)
  }
}
