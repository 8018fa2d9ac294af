// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A sequence of lines.
package struct Path: Hashable, Sendable {
  /// One step of a path.
  package enum Step: Hashable, Sendable {
    /// Begins anew at a point.
    case move(Point)
    /// A straight line to a point.
    case line(Point)
    /// A line back to where the part began.
    case close
  }

  /// The steps.
  package private(set) var steps: [Step] = []

  /// A path of nothing.
  package init() {}

  /// A polygon through some points, open or closed.
  package init(_ points: [Point], isClosed: Bool = false) {
    for (index, point) in points.enumerated() {
      steps.append(index == 0 ? .move(point) : .line(point))
    }
    if isClosed, !points.isEmpty { steps.append(.close) }
  }

  /// A straight line.
  package init(from start: Point, to end: Point) { self.init([start, end]) }

  /// A rectangle.
  package init(_ box: Box) {
    self.init(
      [
        Point(box.left, box.top), Point(box.right, box.top), Point(box.right, box.bottom),
        Point(box.left, box.bottom),
      ], isClosed: true)
  }

  /// Adds a straight line as a part of its own.
  package mutating func add(from start: Point, to end: Point) {
    steps += [.move(start), .line(end)]
  }
}

/// A rectangle on a sheet.
package struct Box: Hashable, Sendable {
  /// The left edge.
  package var left: Double
  /// The upper edge.
  package var top: Double
  /// The right edge.
  package var right: Double
  /// The lower edge.
  package var bottom: Double

  /// A rectangle by its edges.
  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// Its width.
  package var width: Double { right - left }
  /// Its height.
  package var height: Double { bottom - top }
  /// The middle between left and right.
  package var middle: Double { 0.5 * (left + right) }
}
