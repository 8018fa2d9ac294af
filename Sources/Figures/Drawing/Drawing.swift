// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A figure as a value: marks on a sheet, the later ones on top.
///
/// Lengths are points of 1/72 inch; x grows to the right, y downwards.
package struct Drawing: Hashable, Sendable {
  /// Something on the sheet.
  package enum Mark: Hashable, Sendable {
    /// A path with a line along it, an area within it, or both.
    case path(Path, stroke: Stroke?, fill: Colour?)
    /// A text.
    case caption(Caption, at: Point)
  }

  /// The width of the sheet.
  package var width: Double
  /// The height of the sheet.
  package var height: Double
  /// One line that says what is shown; programs that read figures aloud use it.
  package var title: String
  /// What is on the sheet.
  package private(set) var marks: [Mark] = []

  /// An empty sheet.
  package init(width: Double, height: Double, title: String) {
    self.width = width
    self.height = height
    self.title = title
  }

  /// Draws a line along a path.
  package mutating func stroke(_ path: Path, _ stroke: Stroke) {
    marks.append(.path(path, stroke: stroke, fill: nil))
  }

  /// Fills a path, and draws a line along it if one is given.
  package mutating func fill(_ path: Path, _ colour: Colour, stroke: Stroke? = nil) {
    marks.append(.path(path, stroke: stroke, fill: colour))
  }

  /// Writes a text.
  package mutating func write(_ caption: Caption, at point: Point) {
    marks.append(.caption(caption, at: point))
  }
}

/// A place on a sheet.
package struct Point: Hashable, Sendable {
  /// To the right.
  package var x: Double
  /// Downwards.
  package var y: Double

  /// A place.
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
