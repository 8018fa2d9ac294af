// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Synchronization

/// Writes files that are seen whole or not at all.
///
/// The bytes go to a temporary name in the same folder, are brought to the device, and take their
/// final name in one step. Whoever reads the final name finds the old content or the new, even when
/// the writer is killed or the device is full.
package enum AtomicFile {
  /// Writes a file.
  ///
  /// - Parameters:
  ///   - bytes: all it shall hold.
  ///   - path: its final name. A link is followed; a device or a pipe is refused, not replaced.
  ///   - overwriting: whether a file of that name may be replaced. It keeps its permissions.
  /// - Throws: what kept the file from being written; the old one, if any, is then as it was.
  package static func write(
    _ bytes: [UInt8], to path: String, overwriting: Bool = false
  ) throws(StorageError) {
    let target = try Target(path, overwriting: overwriting)
    var temporary = try TemporaryFile(in: target.folder, for: path)
    if let mode = target.mode { fchmod(temporary.file.number, mode) }
    guard bytes.withUnsafeBytes({ temporary.file.write($0) }), fsync(temporary.file.number) == 0
    else { throw StorageError(.write, path, errno: errno) }
    guard temporary.take(name: target.path, replacing: overwriting) else {
      throw StorageError(.write, path, errno: errno)
    }
    bringToDevice(folder: target.folder)
  }

  /// Writes a file of UTF-8 text.
  ///
  /// - Parameters:
  ///   - text: all it shall hold.
  ///   - path: its final name.
  ///   - overwriting: whether a file of that name may be replaced.
  /// - Throws: what kept the file from being written.
  package static func write(
    _ text: String, to path: String, overwriting: Bool = false
  ) throws(StorageError) {
    try write(Array(text.utf8), to: path, overwriting: overwriting)
  }

  /// Tells early whether a file may be written, before work is spent on what it shall hold.
  ///
  /// - Parameters:
  ///   - path: its final name.
  ///   - overwriting: whether a file of that name may be replaced.
  /// - Throws: what would keep it from being written, as far as its name and folder tell.
  package static func check(_ path: String, overwriting: Bool) throws(StorageError) {
    let target = try Target(path, overwriting: overwriting)
    guard access(target.folder, W_OK) == 0 else { throw StorageError(.write, path, errno: errno) }
  }

  /// Removes what killed writers have left in a folder, and returns how many files that were.
  ///
  /// The file of a writer that lives, on this machine or on another, stays. Call it once when a
  /// folder is opened for writing.
  @discardableResult
  package static func removeAbandoned(in folder: String) -> Int {
    let names = (try? Folder.names(in: folder)) ?? []
    return names.count { TemporaryFile.removeIfAbandoned(join(folder, $0)) }
  }

  /// Where the bytes shall be found in the end.
  struct Target {
    let path: String
    let folder: String
    /// The permissions of the file that is replaced.
    let mode: mode_t?

    init(_ path: String, overwriting: Bool) throws(StorageError) {
      try checkPath(path, for: .write)
      guard !path.hasSuffix("/") else { throw StorageError(.write, path, .isFolder) }
      var final = path
      var mode: mode_t?
      if let present = stat(following: path) {
        guard !present.isFolder else { throw StorageError(.write, path, .isFolder) }
        guard present.isRegularFile else { throw StorageError(.write, path, .notAFile) }
        guard overwriting else { throw StorageError(.write, path, .exists) }
        final = resolved(path) ?? path
        mode = present.st_mode & 0o777
      }
      self.path = final
      self.folder = parent(of: final)
      self.mode = mode
    }
  }

  /// Makes a new name last; a file system that cannot is trusted to keep it without.
  static func bringToDevice(folder: String) {
    guard let folder = try? FileDescriptor(folder, O_RDONLY | O_DIRECTORY, for: .write) else {
      return
    }
    fsync(folder.number)
  }
}
