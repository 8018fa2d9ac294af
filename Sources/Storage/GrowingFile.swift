// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A file that grows under a passing name in its folder, and takes its own when it is finished.
///
/// For what is too large to be held in memory; small files are written by ``AtomicFile``, with the
/// same promise: whoever reads the final name finds the old content or the new. A file that is
/// given up before it is finished vanishes.
package struct GrowingFile: ~Copyable {
  /// The final name, as it was given.
  package let path: String
  private let target: AtomicFile.Target
  private let isOverwriting: Bool
  private var temporary: TemporaryFile

  /// Begins an empty file.
  ///
  /// - Parameters:
  ///   - path: its final name. A link is followed; a device or a pipe is refused, not replaced.
  ///   - overwriting: whether a file of that name may be replaced. It keeps its permissions.
  /// - Throws: what keeps the file from being made.
  package init(_ path: String, overwriting: Bool = false) throws(StorageError) {
    let target = try AtomicFile.Target(path, overwriting: overwriting)
    AtomicFile.removeAbandoned(in: target.folder)
    let temporary = try TemporaryFile(in: target.folder, for: path)
    if let mode = target.mode { fchmod(temporary.file.number, mode) }
    self.path = path
    self.target = target
    isOverwriting = overwriting
    self.temporary = temporary
  }

  /// The passing name, for a library that opens the file by itself; it is locked with `flock`.
  package var passingPath: String { temporary.path }

  /// Adds bytes at the end.
  ///
  /// - Parameter bytes: what shall follow.
  /// - Throws: what kept them from being written; the file is then of no use.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    guard temporary.file.write(bytes) else { throw StorageError(.write, path, errno: errno) }
  }

  /// Brings the file to the device and gives it its final name.
  ///
  /// - Throws: what kept it from being finished; a file of that name is then as it was.
  package mutating func finish() throws(StorageError) {
    guard fsync(temporary.file.number) == 0,
      temporary.take(name: target.path, replacing: isOverwriting)
    else { throw StorageError(.write, path, errno: errno) }
    AtomicFile.bringToDevice(folder: target.folder)
  }
}
