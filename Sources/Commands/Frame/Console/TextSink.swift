// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Where text goes: a file descriptor of this process, or a test that listens.
package protocol TextSink: Sendable {
  /// Writes all of the text, or says why not.
  func write(_ text: String) throws(WriteFailure)
}

/// Text could not be written.
package enum WriteFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reader went away, as `head` does when it has enough. Nobody is left to be told.
  case closedPipe
  /// The system refused, with its error number and its words for it.
  case refused(code: Int32, reason: String)

  package var description: String {
    switch self {
    case .closedPipe: "the reader of the output went away"
    case .refused(_, let reason):
      "cannot write the output (\(reason.lowercased())) make room or write elsewhere"
    }
  }
}
