// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A table for people: columns aligned, numbers on their decimal point, units in the headers.
///
/// ```
/// mass [MeV]      σ [pb]   channel
///       10     1.23e+04    e+ e-
///      100.5  -0.5         mu+ mu-
/// ```
package struct Table: Sendable {
  /// A column of a table.
  package struct Column: Hashable, Sendable {
    /// How the entries of a column stand under each other.
    package enum Alignment: Hashable, Sendable {
      /// At their first character; long entries are wrapped.
      case text
      /// At their decimal point.
      case number
    }

    /// What the column holds.
    package let title: String
    /// The unit of all its entries; nil where they have none.
    package let unit: String?
    /// How its entries stand.
    package let alignment: Alignment

    /// A column.
    package init(_ title: String, unit: String? = nil, _ alignment: Alignment = .text) {
      self.title = title
      self.unit = unit
      self.alignment = alignment
    }

    /// The header, with the unit in brackets.
    package var header: String { unit.map { "\(title) [\($0)]" } ?? title }
  }

  private let columns: [Column]
  private var rows: [[String]] = []
  private static let gap = "  "

  /// An empty table.
  package init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; entries beyond the columns are left out, missing ones are empty.
  package mutating func append(_ entries: [String]) {
    let padding = Array(repeating: "", count: max(0, columns.count - entries.count))
    rows.append(entries.prefix(columns.count).map(printable) + padding)
  }

  /// The lines of the table on a channel, headers first, no spaces at line ends.
  package func rendered(on channel: Channel) -> String {
    let aligned = columns.indices.map { index in
      Self.aligned(rows.map { $0[index] }, columns[index].alignment)
    }
    let natural = columns.indices.map { index in
      ([columns[index].header] + aligned[index]).map(\.displayWidth).max() ?? 0
    }
    let widths = channel.columns.map { fitted(natural, to: $0) } ?? natural
    let header = columns.indices.map { index in
      Self.padded(
        columns[index].header.cut(to: widths[index]), to: widths[index], columns[index].alignment)
    }
    var lines = [
      channel.styled(Self.trimmed(header.joined(separator: Self.gap)), .strong)
    ]
    for row in rows.indices {
      lines += self.lines(of: aligned.map { $0[row] }, widths: widths)
    }
    return lines.joined(separator: "\n")
  }

  /// The lines of one row: text is wrapped, and cut only where a single word is too wide.
  private func lines(of entries: [String], widths: [Int]) -> [String] {
    let cells = columns.indices.map { index in
      switch columns[index].alignment {
      case .text:
        Paragraph(entries[index], width: widths[index]).lines.map { $0.cut(to: widths[index]) }
      case .number: [entries[index].cut(to: widths[index])]
      }
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let words = columns.indices.map { index in
        Self.padded(
          line < cells[index].count ? cells[index][line] : "", to: widths[index],
          columns[index].alignment)
      }
      return Self.trimmed(words.joined(separator: Self.gap))
    }
  }

  /// Widths that fit: the widest column of text gives way until it would become too narrow.
  private func fitted(_ natural: [Int], to total: Int) -> [Int] {
    var widths = natural
    var excess = widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1) - total
    let text = columns.indices.filter { columns[$0].alignment == .text }
    while excess > 0, let widest = text.max(by: { widths[$0] < widths[$1] }), widths[widest] > 8 {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static func aligned(_ entries: [String], _ alignment: Column.Alignment) -> [String] {
    guard alignment == .number else { return entries }
    let tails = entries.map { entry in
      entry.drop { $0 != "." && $0 != "e" && $0 != " " }.displayWidth
    }
    let longest = tails.max() ?? 0
    return zip(entries, tails).map { entry, tail in
      entry + String(repeating: " ", count: longest - tail)
    }
  }

  private static func padded(
    _ text: String, to width: Int, _ alignment: Column.Alignment
  ) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.displayWidth))
    return alignment == .number ? spaces + text : text + spaces
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
