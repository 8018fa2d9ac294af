// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Storage

/// Writes a file of one letter and prints what came of it, then what is in its folder.
func writeFile(_ path: String, byteCount: Int) {
  do {
    try AtomicFile.write([UInt8](repeating: UInt8(ascii: "n"), count: byteCount), to: path)
    say("written")
  } catch {
    say(error)
  }
  let folder = path.split(separator: "/").dropLast().joined(separator: "/")
  say((try? Folder.names(in: "/" + folder)) ?? [])
}

/// Writes a file again and again, whole with one letter or whole with another.
func rewriteForEver(_ path: String, byteCount: Int) {
  var letter = UInt8(ascii: "a")
  while true {
    do {
      let content = [UInt8](repeating: letter, count: byteCount)
      try AtomicFile.write(content, to: path, overwriting: true)
    } catch {
      say(error)
      exit(1)
    }
    letter = letter == UInt8(ascii: "a") ? UInt8(ascii: "b") : UInt8(ascii: "a")
  }
}

/// Writes a file while it prints; started with standard output closed, nobody hears it.
func writeWhileChattering(_ path: String) {
  do {
    let lock = try FileLock.tryAcquire(path + ".lock")
    say("this belongs nowhere")
    try AtomicFile.write("all that there is\n", to: path)
    _ = consume lock
  } catch {
    exit(1)
  }
}

/// Takes a lock, says so, and keeps it until it is killed.
func holdLock(_ path: String) {
  do {
    guard let lock = try FileLock.acquire(path, keepWaiting: { _ in true }) else { exit(1) }
    lock.whileHeld {
      say("locked")
      while true { sleep(1) }
    }
  } catch {
    say(error)
    exit(1)
  }
}

/// Takes a value from a cache; building it takes a while and leaves a line in a log.
func useCache(_ folder: String, log: String) {
  let cache = Cache(folder: folder, codeVersion: "probe")
  let kept = cache.value(for: CacheKey("probe", ["answer": .integer(42)])) {
    let file = open(log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    _ = write(file, "built\n", 6)
    close(file)
    usleep(300_000)
    return Array("forty-two".utf8)
  }
  say(([String(decoding: kept.bytes, as: UTF8.self)] + kept.notes).joined(separator: "\n"))
}
