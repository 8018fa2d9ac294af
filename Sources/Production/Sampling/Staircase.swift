// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// A function that is constant in each of many cells of equal volume and lies above a density, from
/// which points are proposed.
///
/// The cells fill the unit interval, square or cube. The height of a cell is the largest density
/// that was seen in it, plus a part of the difference to the least one: the margin for what lies
/// between the points that were looked at.
struct Staircase: Sendable {
  /// The part of largest less least density by which a cell rises above the largest, and the least
  /// such rise as a part of the largest.
  private static let margin = (ofRange: 0.3, ofLargest: 0.005)

  /// The heights of the cells.
  private(set) var heights: [Double]
  private var table: AliasTable
  /// The integral, where the cells together have the volume 1.
  private(set) var volume: Double

  /// Raises the cells above the densities seen in them; nil where all of them are zero.
  init?(largest: [Double], least: [Double]) {
    let margin = Self.margin
    heights = zip(largest, least).map { most, little in
      most + max(margin.ofRange * (most - little), margin.ofLargest * most)
    }
    guard let table = try? AliasTable(weights: heights) else { return nil }
    self.table = table
    volume = Self.volume(heights)
  }

  /// Raises a cell above a density that was seen in it.
  mutating func raise(_ index: Int, above density: Double) {
    if density > heights[index] { heights[index] = (1 + Self.margin.ofRange) * density }
  }

  /// The staircase with proposals that follow raised cells.
  var rebuilt: Staircase? {
    var copy = self
    guard let table = try? AliasTable(weights: heights) else { return nil }
    copy.table = table
    copy.volume = Self.volume(heights)
    return copy
  }

  private static func volume(_ heights: [Double]) -> Double {
    heights.reduce(0, +) / Double(heights.count)
  }

  /// Draws a cell.
  @inline(__always)
  func cell(using stream: inout RandomStream) -> (index: Int, height: Double) {
    let index = table.draw(from: &stream)
    return (index, heights[index])
  }
}
