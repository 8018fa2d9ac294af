// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Reads whole files, with a limit on what may come.
package enum FileReader {
  /// The bytes of a regular file.
  ///
  /// A folder, a device or a pipe is refused without waiting on it.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - limit: how many bytes it may have.
  /// - Returns: all bytes of the file.
  /// - Throws: why it cannot be read.
  package static func read(_ path: String, atMost limit: Int) throws(StorageError) -> [UInt8] {
    let file = try opened(path)
    guard file.status.st_size <= limit else {
      throw StorageError(.read, path, .tooLarge(limit: limit))
    }
    // The size said may be too small: files of /proc have none, others grow.
    guard let bytes = file.read(atMost: limit + 1) else {
      throw StorageError(.read, path, errno: errno)
    }
    guard bytes.count <= limit else { throw StorageError(.read, path, .tooLarge(limit: limit)) }
    return bytes
  }

  /// Makes sure that a library will find a regular file that may be read.
  ///
  /// - Parameter path: the file.
  /// - Throws: why it cannot be read.
  package static func check(_ path: String) throws(StorageError) { _ = try opened(path) }

  private static func opened(_ path: String) throws(StorageError) -> FileDescriptor {
    let file = try FileDescriptor(path, O_RDONLY | O_NONBLOCK, for: .read)
    let status = file.status
    guard !status.isFolder else { throw StorageError(.read, path, .isFolder) }
    guard status.isRegularFile else { throw StorageError(.read, path, .notAFile) }
    return file
  }
}
