// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A lock that only one holder among all processes and threads has at a time.
///
/// It is a lock of the system on a file: whoever dies loses it at once. The file tells who holds it.
///
/// Bind it with `guard let` or `if let`. What `let lock = try? acquire(...)` binds, an optional that
/// cannot be copied, Swift 6.3 never destroys: the lock would be held to the end of the process.
package struct FileLock: ~Copyable {
  /// Who holds a lock, and since when.
  package struct Holder: Hashable, Sendable, CustomStringConvertible {
    /// The number of the process on its machine.
    package let process: Int
    /// The name of the machine.
    package let host: String
    /// When it got the lock.
    package let since: UTCTime

    /// Such as "process 4711 on node7 since 2031-05-17T09:00:00Z".
    package var description: String { "process \(process) on \(host) since \(since)" }
  }

  /// How long to sleep between two tries, in microseconds.
  private static let patience: useconds_t = 20_000

  private let file: FileDescriptor
  private let path: String
  private let isPassing: Bool

  /// Takes the lock if it is free.
  ///
  /// - Parameters:
  ///   - path: the file of the lock; made when it is not there.
  ///   - isPassing: whether the file goes with the lock: for locks of which there would be many.
  /// - Returns: the lock, or nil while another holds it.
  /// - Throws: when the file of the lock cannot be made.
  package static func tryAcquire(
    _ path: String, isPassing: Bool = false
  ) throws(StorageError) -> FileLock? {
    while true {
      let file = try FileDescriptor(path, O_RDWR | O_CREAT, for: .lock)
      guard file.status.isRegularFile else { throw StorageError(.lock, path, .notAFile) }
      if flock(file.number, LOCK_EX | LOCK_NB) != 0 {
        if errno == EINTR { continue }
        guard errno == EWOULDBLOCK else { throw StorageError(.lock, path, errno: errno) }
        return nil
      }
      // The last holder may have removed the file meanwhile: a lock on a lost file locks nobody out.
      guard let named = stat(following: path), named.st_ino == file.status.st_ino,
        named.st_dev == file.status.st_dev
      else { continue }
      return FileLock(file, path, isPassing: isPassing)
    }
  }

  /// Waits for the lock.
  ///
  /// - Parameters:
  ///   - path: the file of the lock; made when it is not there.
  ///   - isPassing: whether the file goes with the lock.
  ///   - keepWaiting: asked at each look, about fifty times a second, with who holds the lock as
  ///     far as that is known; false gives up.
  /// - Returns: the lock, or nil when `keepWaiting` gave up.
  /// - Throws: when the file of the lock cannot be made.
  package static func acquire(
    _ path: String, isPassing: Bool = false, keepWaiting: (Holder?) -> Bool
  ) throws(StorageError) -> FileLock? {
    while true {
      if let lock = try tryAcquire(path, isPassing: isPassing) { return lock }
      guard keepWaiting(holder(of: path)) else { return nil }
      usleep(patience)
    }
  }

  /// Who wrote itself into the file of a lock; nil when nobody has, or is just about to.
  package static func holder(of path: String) -> Holder? {
    guard let bytes = try? FileReader.read(path, atMost: 1024) else { return nil }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard fields.count == 3, let process = Int(fields[0]), let since = Int(fields[2]) else {
      return nil
    }
    return Holder(
      process: process, host: fields[1], since: UTCTime(secondsSince1970: since))
  }

  private init(_ file: consuming FileDescriptor, _ path: String, isPassing: Bool) {
    self.file = file
    self.isPassing = isPassing
    self.path = path
    let record = "\(getpid())\n\(OperatingSystem.current.host)\n\(UTCTime.now.secondsSince1970)\n"
    ftruncate(self.file.number, 0)
    // A full disk leaves the holder unnamed, and the lock as good as ever.
    _ = Array(record.utf8).withUnsafeBytes { self.file.write($0) }
  }

  deinit {
    if isPassing { unlink(path) } else { ftruncate(file.number, 0) }
    // Closing alone does not free it while a child that is just being started holds a copy of the
    // descriptor, which it keeps until it becomes another program.
    flock(file.number, LOCK_UN)
  }

  /// Runs `body`, and keeps the lock at least as long.
  package borrowing func whileHeld<Value, Failure>(
    _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try body()
  }
}
