// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// An open file of the system, closed at the end of its life.
struct FileDescriptor: ~Copyable {
  let number: Int32

  /// Opens a file, never as standard input, output or error.
  ///
  /// A program started with one of these closed would otherwise get its number for a file, and the
  /// next message would go into it.
  init(
    _ path: String, _ flags: Int32, mode: mode_t = 0o666, for operation: StorageError.Operation
  ) throws(StorageError) {
    try checkPath(path, for: operation)
    var opened = open(path, flags | O_CLOEXEC, mode)
    while opened < 0 && errno == EINTR { opened = open(path, flags | O_CLOEXEC, mode) }
    if 0...2 ~= opened {
      let low = opened
      opened = fcntl(low, F_DUPFD_CLOEXEC, 3)
      let code = errno
      close(low)
      errno = code
    }
    guard opened >= 0 else { throw StorageError(operation, path, errno: errno) }
    number = opened
  }

  deinit { close(number) }

  /// What the system knows about the file.
  var status: stat {
    var status = stat()
    fstat(number, &status)
    return status
  }

  /// Writes all the bytes, however many calls it takes; false with `errno` set when it cannot.
  func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(
        number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  /// Reads to the end of the file, but no more than `limit` bytes; nil with `errno` set on failure.
  func read(atMost limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(limit, Int(status.st_size)))
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
    defer { chunk.deallocate() }
    while bytes.count < limit {
      let got = Glibc.read(number, chunk.baseAddress, min(chunk.count, limit - bytes.count))
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { return nil }
      if got == 0 { break }
      bytes += chunk[..<got]
    }
    return bytes
  }
}

/// Refuses what the system would cut short or not understand.
func checkPath(_ path: String, for operation: StorageError.Operation) throws(StorageError) {
  guard !path.isEmpty, !path.utf8.contains(0) else {
    throw StorageError(operation, path, .invalidPath)
  }
}

extension stat {
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }

  /// What the system knows about a path, behind any links; nil when there is nothing.
  init?(following path: String) {
    self.init()
    guard stat(path, &self) == 0 else { return nil }
  }
}
