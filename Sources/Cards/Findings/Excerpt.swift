// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The line of a source that a place is in, and the underline that points at it.
///
/// Tabs become spaces, wide characters count two cells and combining ones none, so that the caret
/// stands under its character in a terminal. A long line is cut around the caret.
struct Excerpt {
  /// The number of the line.
  let lineNumber: Int
  /// The line as it is shown.
  let line: String
  /// Spaces, a caret and a wave under the place.
  let underline: String

  /// So many cells are shown before the line is cut.
  static let mostCells = 96
  /// A tab reaches to the next multiple of this.
  private static let tabWidth = 4
  /// So many bytes on each side of the caret are looked at: a line may have millions.
  private static let reach = 600

  /// Cuts the excerpt of a place; `nil` if the source has no text to show.
  init?(of place: Place) {
    let source = place.source
    guard source.bytes.count > source.textStart else { return nil }
    let index = source.lineIndex(of: place.bytes.lowerBound)
    let line = source.line(index)
    let caret = min(max(place.bytes.lowerBound, line.lowerBound), line.upperBound)
    let stop = min(max(place.bytes.upperBound, caret), line.upperBound)
    let start = Self.characterBoundary(
      atOrBefore: max(line.lowerBound, caret - Self.reach), in: source, line: line)
    let end = Self.characterBoundary(
      atOrBefore: min(line.upperBound, caret + Self.reach), in: source, line: line)

    let before = Cells(source.bytes[start..<caret], from: 0, tabWidth: Self.tabWidth)
    let marked = Cells(
      source.bytes[caret..<min(stop, max(end, caret))], from: before.width,
      tabWidth: Self.tabWidth)
    let after = Cells(
      source.bytes[min(stop, max(end, caret))..<max(end, caret)],
      from: before.width + marked.width, tabWidth: Self.tabWidth)

    var shown = before.cells + marked.cells + after.cells
    var caretIndex = before.cells.count
    var isCutBefore = start > line.lowerBound
    var isCutAfter = end < line.upperBound
    func width(_ cells: some Sequence<Cells.Cell>) -> Int { cells.reduce(0) { $0 + $1.width } }
    if width(shown) > Self.mostCells {
      // Keep a third of the window for what leads to the caret.
      while width(shown[..<caretIndex]) > Self.mostCells / 3 && width(shown) > Self.mostCells {
        shown.removeFirst()
        caretIndex -= 1
        isCutBefore = true
      }
      while width(shown) > Self.mostCells && shown.count > caretIndex + 1 {
        shown.removeLast()
        isCutAfter = true
      }
    }
    let lead = isCutBefore ? 1 : 0
    lineNumber = index + 1
    self.line =
      (isCutBefore ? "…" : "") + shown.map(\.text).joined() + (isCutAfter ? "…" : "")
    let markedShown = shown.dropFirst(caretIndex).prefix(marked.cells.count)
    let indent = lead + width(shown[..<caretIndex])
    underline =
      String(repeating: " ", count: indent) + "^"
      + String(repeating: "~", count: max(0, width(markedShown) - 1))
  }

  private static func characterBoundary(
    atOrBefore offset: Int, in source: Source, line: Range<Int>
  ) -> Int {
    var offset = offset
    while offset > line.lowerBound, offset < line.upperBound, source.bytes[offset] & 0xC0 == 0x80 {
      offset -= 1
    }
    return offset
  }
}

/// A piece of a line, character by character, with the cells that each takes.
private struct Cells {
  struct Cell {
    let text: String
    let width: Int
  }

  private(set) var cells: [Cell] = []
  private(set) var width = 0

  init(_ bytes: ArraySlice<UInt8>, from column: Int, tabWidth: Int) {
    for character in String(decoding: bytes, as: UTF8.self) {
      let cell: Cell
      if character == "\t" {
        let count = tabWidth - (column + width) % tabWidth
        cell = Cell(text: String(repeating: " ", count: count), width: count)
      } else {
        let scalars = character.unicodeScalars.prefix(16).map(visible)
        let shown = String(String.UnicodeScalarView(scalars)).first ?? " "
        cell = Cell(text: String(shown), width: shown.displayWidth)
      }
      cells.append(cell)
      width += cell.width
    }
  }
}
