// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Standard output or standard error of this process.
package struct FileDescriptorSink: TextSink {
  private let descriptor: Int32

  /// A sink that writes to an open descriptor and never closes it.
  package init(_ descriptor: Int32) { self.descriptor = descriptor }

  package func write(_ text: String) throws(WriteFailure) {
    var text = text
    let code = text.withUTF8 { bytes in writeAll(UnsafeRawBufferPointer(bytes)) }
    switch code {
    case 0: return
    case EPIPE: throw .closedPipe
    default: throw .refused(code: code, reason: String(cString: strerror(code)))
    }
  }

  /// Writes every byte; 0, or the error number of what stopped it.
  private func writeAll(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        // A reader has made the pipe one that does not wait; wait for it.
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
