// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Synchronization

/// A file under a passing name that vanishes unless it takes its final one.
///
/// While its writer lives it holds a lock on the file, which the system takes back however the
/// writer ends. A file that can be locked is therefore abandoned. A process number would not tell:
/// two machines or two containers that share a folder number their processes apart.
struct TemporaryFile: ~Copyable {
  private static let prefix = ".lacuna-"
  private static let suffix = ".part"
  private static let made = Atomic(0)

  let file: FileDescriptor
  let path: String
  private var isNamed = false

  /// Makes an empty file in a folder, short-named so that every name the folder allows can follow.
  ///
  /// - Parameters:
  ///   - folder: where it shall be.
  ///   - destination: the path that errors shall name.
  /// - Throws: what kept the file from being made.
  init(in folder: String, for destination: String) throws(StorageError) {
    while true {
      let serial = Self.made.add(1, ordering: .relaxed).newValue
      let path = join(folder, "\(Self.prefix)\(getpid())-\(serial)\(Self.suffix)")
      do throws(StorageError) {
        let file = try FileDescriptor(path, O_RDWR | O_CREAT | O_EXCL, for: .write)
        while flock(file.number, LOCK_EX) != 0 && errno == EINTR {}
        // A sweep may have come between the two calls, and found the file without a lock.
        guard file.status.st_nlink > 0 else { continue }
        self.file = file
        self.path = path
        return
      } catch {
        guard error.cause == .exists else {
          throw StorageError(.write, destination, error.cause)
        }
      }
    }
  }

  deinit {
    if !isNamed { unlink(path) }
  }

  /// Gives the file its final name in one step; false with `errno` set when that fails.
  mutating func take(name: String, replacing: Bool) -> Bool {
    if replacing { return move(to: name) }
    if link(path, name) == 0 {
      isNamed = true
      unlink(path)
      return true
    }
    guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else { return false }
    // A file system without links: the look and the step are then two, but the step is whole.
    var present = stat()
    guard lstat(name, &present) != 0 else {
      errno = EEXIST
      return false
    }
    return move(to: name)
  }

  private mutating func move(to name: String) -> Bool {
    isNamed = rename(path, name) == 0
    return isNamed
  }

  /// Whether a file has the name of a temporary one.
  private static func isTemporary(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix(prefix) && name.hasSuffix(suffix)
  }

  /// Removes a temporary file whose writer is gone; false when it is none, or its writer lives.
  static func removeIfAbandoned(_ path: String) -> Bool {
    guard isTemporary(path),
      let file = try? FileDescriptor(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK, for: .remove),
      flock(file.number, LOCK_EX | LOCK_NB) == 0
    else { return false }
    return unlink(path) == 0
  }
}
