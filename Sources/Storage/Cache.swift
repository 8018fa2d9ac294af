// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// Values that are expensive to compute, kept in files under a key of all they depend on.
///
/// The key includes the version, the build and the processor class of the program. Two processes
/// that need the same value build it once. An entry that is damaged, cut short or of another key is
/// built again; a cache that cannot be used costs time and a note, never a result.
package struct Cache: Sendable {
  /// A value, and how it was come by.
  package struct Kept: Hashable, Sendable {
    /// The bytes of the value.
    package let bytes: [UInt8]
    /// Whether it was built now, rather than found.
    package let isNew: Bool
    /// What the user may want to know, each in one sentence; mostly none.
    package let notes: [String]
  }

  /// Where the entries are; nil when there is no place for any.
  package let folder: String?

  private let codeVersion: String

  /// Makes a cache in a folder, which is made when the first value is kept.
  ///
  /// - Parameters:
  ///   - folder: where the entries are, by default as ``folder(environment:)`` says.
  ///   - codeVersion: what the values depend on besides their keys.
  package init(
    folder: String? = Cache.folder(), codeVersion: String = ProgramVersion.code
  ) {
    self.folder = folder
    self.codeVersion = codeVersion
  }

  /// The place of the user's cache: `LACUNA_CACHE`, else `XDG_CACHE_HOME/lacuna`, else
  /// `~/.cache/lacuna`; nil when none of them is set.
  ///
  /// - Source: XDG2021basedir, section 3: a relative `XDG_CACHE_HOME` is ignored
  package static func folder(environment: (String) -> String? = Environment.value) -> String? {
    if let folder = environment("LACUNA_CACHE") { return folder }
    if let folder = environment("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return join(folder, "lacuna")
    }
    return environment("HOME").map { join($0, ".cache/lacuna") }
  }

  /// The value of a key, found or built.
  ///
  /// - Parameters:
  ///   - key: all that the value depends on besides the program.
  ///   - keepWaiting: asked while another process builds the same value, with who that is; false
  ///     goes on without waiting and builds it here, too.
  ///   - build: computes the value.
  /// - Returns: the value and how it was come by.
  /// - Throws: what `build` throws.
  package func value<Failure>(
    for key: CacheKey,
    keepWaiting: (FileLock.Holder?) -> Bool = { _ in true },
    build: () throws(Failure) -> [UInt8]
  ) throws(Failure) -> Kept {
    guard let folder else {
      return Kept(
        bytes: try build(), isNew: true,
        notes: ["no cache is kept (neither LACUNA_CACHE nor HOME is set) set one of them"])
    }
    let key = key.adding("code", .text(codeVersion))
    let path = join(folder, CacheEntry.fileName(of: key))
    var notes: [String] = []
    if let bytes = find(key, at: path, noting: &notes) {
      return Kept(bytes: bytes, isNew: false, notes: notes)
    }
    guard let lock = lockEntry(path, in: folder, keepWaiting: keepWaiting, noting: &notes) else {
      return Kept(bytes: try build(), isNew: true, notes: notes)
    }
    return try lock.whileHeld { () throws(Failure) in
      // Whoever held the lock before may have built it.
      var noted: [String] = []
      if let bytes = find(key, at: path, noting: &noted) {
        return Kept(bytes: bytes, isNew: false, notes: notes)
      }
      let bytes = try build()
      keep(bytes, under: key, at: path, noting: &notes)
      return Kept(bytes: bytes, isNew: true, notes: notes)
    }
  }

  /// The value in the entry at a path, if there is one and it is whole.
  private func find(_ key: CacheKey, at path: String, noting notes: inout [String]) -> [UInt8]? {
    do {
      return try CacheEntry.decode(FileReader.read(path, atMost: Int.max - 1), under: key)
    } catch let error as StorageError {
      if error.cause != .missing { notes.append("\(error); the value is computed again") }
    } catch CacheEntry.Damage.foreign {
      notes.append("\(unused(path)) (it has another key) it is built again")
    } catch {
      notes.append("\(unused(path)) (it is damaged) it is built again")
    }
    return nil
  }

  private func unused(_ path: String) -> String {
    "cache entry \(quoted(path, atMost: nil)) is not used"
  }

  /// The lock of an entry; nil when nothing can be written here or the caller does not wait.
  private func lockEntry(
    _ path: String, in folder: String, keepWaiting: (FileLock.Holder?) -> Bool,
    noting notes: inout [String]
  ) -> FileLock? {
    do throws(StorageError) {
      try Folder.make(folder)
      AtomicFile.removeAbandoned(in: folder)
      return try FileLock.acquire(
        path + CacheEntry.lockSuffix, isPassing: true, keepWaiting: keepWaiting)
    } catch {
      notes.append("\(error); the value is computed each time")
      return nil
    }
  }

  private func keep(
    _ bytes: [UInt8], under key: CacheKey, at path: String, noting notes: inout [String]
  ) {
    do throws(StorageError) {
      try AtomicFile.write(CacheEntry.encode(bytes, under: key), to: path, overwriting: true)
    } catch {
      notes.append("\(error); the value is computed each time")
    }
  }
}
