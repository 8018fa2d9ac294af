// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

extension Cache {
  /// One file of the cache.
  package struct Listed: Hashable, Sendable {
    /// What is kept in it.
    package let kind: String
    /// The name of the file in the cache's folder.
    package let name: String
    /// Its size.
    package let byteCount: Int
  }

  /// The entries, sorted by name; none when there is no folder yet.
  package func entries() throws(StorageError) -> [Listed] {
    guard let folder else { return [] }
    var entries: [Listed] = []
    for name in try names(in: folder) {
      guard let kind = CacheEntry.kind(inFileName: name),
        let status = stat(following: join(folder, name)), status.isRegularFile
      else { continue }
      entries.append(Listed(kind: kind, name: name, byteCount: Int(status.st_size)))
    }
    return entries
  }

  /// Removes all entries and returns how many there were; other files in the folder stay.
  @discardableResult
  package func clear() throws(StorageError) -> Int {
    guard let folder else { return 0 }
    let entries = try entries()
    for entry in entries {
      let path = join(folder, entry.name)
      guard unlink(path) == 0 || errno == ENOENT else {
        throw StorageError(.remove, path, errno: errno)
      }
    }
    AtomicFile.removeAbandoned(in: folder)
    return entries.count
  }

  private func names(in folder: String) throws(StorageError) -> [String] {
    do throws(StorageError) {
      return try Folder.names(in: folder)
    } catch {
      if error.cause == .missing { return [] }
      throw error
    }
  }
}
