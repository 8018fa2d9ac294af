// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// One of the two ways out of a command: a sink, and what may be sent there.
package struct Channel: Sendable {
  /// Where the text goes.
  package let sink: any TextSink
  /// The columns of the terminal; nil where the reader is a file or a program, which want whole
  /// lines.
  package let columns: Int?
  /// Whether colours may be used.
  package let isColourful: Bool

  /// Whether a person looks at a terminal.
  package var isTerminal: Bool { columns != nil }

  /// A channel.
  package init(sink: any TextSink, columns: Int? = nil, isColourful: Bool = false) {
    self.sink = sink
    self.columns = columns
    self.isColourful = isColourful
  }

  /// The channel of an open descriptor of this process.
  ///
  /// Colours need a terminal that can, and a user who has not said `NO_COLOR`
  /// (https://no-color.org: set and not empty).
  static func ofProcess(_ descriptor: Int32, environment: [String: String]) -> Channel {
    let isTerminal = isatty(descriptor) == 1
    let canColour = environment["TERM"].map { $0 != "dumb" && !$0.isEmpty } ?? false
    let mayColour = environment["NO_COLOR", default: ""].isEmpty
    return Channel(
      sink: FileDescriptorSink(descriptor),
      columns: isTerminal ? columns(of: descriptor) : nil,
      isColourful: isTerminal && canColour && mayColour)
  }

  private static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
