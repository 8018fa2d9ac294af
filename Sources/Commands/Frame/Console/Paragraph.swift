// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Text broken into lines at its spaces.
package struct Paragraph: Sendable {
  /// The lines, none wider than asked unless a single word is.
  package let lines: [String]

  /// Breaks text; line ends within it are kept.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - width: The columns a line may take.
  package init(_ text: String, width: Int) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      Self.fill(line, width: width)
    }
  }

  /// The lines joined, each but the first after some spaces.
  package func hanging(by indent: Int) -> String {
    lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  /// The lines joined, each after some spaces.
  package func indented(by indent: Int) -> String {
    String(repeating: " ", count: indent) + hanging(by: indent)
  }

  private static func fill(_ line: Substring, width: Int) -> [String] {
    // A line that begins with spaces is laid out by its author.
    if line.hasPrefix(" ") { return [String(line)] }
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      if !current.isEmpty, current.displayWidth + 1 + word.displayWidth > width {
        lines.append(current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    return lines + [current]
  }
}
