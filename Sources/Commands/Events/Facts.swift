// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Facts under their names, one below the other, long ones wrapped beside the name.
struct Facts: Sendable {
  private let lines: [(name: String, text: String)]
  private static let indent = 16

  /// Facts in the order in which they are told.
  init(_ lines: [(String, String)]) { self.lines = lines.map { ($0.0, $0.1) } }

  /// The lines on a channel.
  func text(on channel: Channel) -> String {
    let width = max(20, (channel.columns ?? 100) - Self.indent)
    return lines.map { name, text in
      let wrapped = Paragraph(printable(text), width: width).lines
      let margin = String(repeating: " ", count: Self.indent)
      let padding = String(repeating: " ", count: max(1, Self.indent - name.count))
      return name + padding + wrapped.joined(separator: "\n" + margin)
    }.joined(separator: "\n")
  }

  /// Sentences below the facts, each hanging; nothing where there are none.
  static func notes(_ notes: [String], on channel: Channel) -> [String] {
    guard !notes.isEmpty else { return [] }
    return [
      notes.map { Paragraph($0, width: channel.columns ?? 100).hanging(by: 2) }
        .joined(separator: "\n")
    ]
  }
}
