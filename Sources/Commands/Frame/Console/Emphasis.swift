// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A way to set words off on a terminal.
package enum Emphasis: String, Sendable {
  /// A heading, or a word to type.
  case strong = "1"
  /// What is less important.
  case faint = "2"
  /// A failure.
  case alarm = "1;31"
  /// Something that works.
  case good = "32"
  /// Something to look at.
  case caution = "33"
}

extension Channel {
  /// Text with emphasis, where the channel has colours.
  package func styled(_ text: String, _ emphasis: Emphasis) -> String {
    isColourful ? "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m" : text
  }
}
