// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// An extent of a source: what a finding underlines.
package struct Place: Sendable {
  /// A line and a column, both counted from 1.
  package struct Position: Hashable, Sendable {
    /// The line.
    package let line: Int
    /// The column in characters, as an editor shows them; a tab is one character.
    package let column: Int
  }

  /// The text that the place belongs to.
  package let source: Source

  /// The bytes of the text that the place covers.
  package let bytes: Range<Int>

  /// Where the place begins.
  package var start: Position { position(of: bytes.lowerBound) }

  /// Where the place ends: the position after its last character.
  package var end: Position { position(of: bytes.upperBound) }

  /// The place from the beginning of this one to the end of another.
  func extended(to other: Place) -> Place {
    let end = other.source === source ? other.bytes.upperBound : bytes.upperBound
    return Place(source: source, bytes: bytes.lowerBound..<max(bytes.upperBound, end))
  }

  /// Only so many bytes of a line are counted in characters, the others as bytes: a hostile line of
  /// 10 MB must not cost a minute.
  private static let countedBytes = 100_000

  private func position(of offset: Int) -> Position {
    let index = source.lineIndex(of: offset)
    let start = source.line(index).lowerBound
    let end = min(max(start, offset), source.bytes.count)
    let counted = min(end, start + Self.countedBytes)
    let slice = source.bytes[start..<counted]
    let characters =
      slice.allSatisfy { $0 < 0x80 } ? slice.count : String(decoding: slice, as: UTF8.self).count
    return Position(line: index + 1, column: characters + (end - counted) + 1)
  }
}

extension Place: Equatable {
  /// Places are equal if they cover the same bytes of the same source.
  package static func == (first: Place, second: Place) -> Bool {
    first.source === second.source && first.bytes == second.bytes
  }
}
