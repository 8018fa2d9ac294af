// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

extension EmissionChart {
  /// The number of cells along each of the three coordinates, a power of two.
  static let cells = 1 << bits
  private static let bits = 5
  /// The number of steps of the lattice along the first two coordinates in each cell.
  private static let steps = 2

  /// The width of a cell in each coordinate.
  static var width: Double { 1 / Double(cells) }

  /// The corner of a cell, in widths of a cell.
  @inline(__always)
  static func corner(of index: Int) -> SIMD3<Double> {
    let mask = cells - 1
    return SIMD3(
      Double(index >> (2 * bits)), Double((index >> bits) & mask), Double(index & mask))
  }

  /// The cells of the third coordinate at two given ones begin here.
  static func firstCell(at place: SIMD2<Double>) -> Int {
    let indices = (place * Double(cells)).clamped(
      lowerBound: SIMD2(repeating: 0), upperBound: SIMD2(repeating: Double(cells - 1)))
    return (Int(indices.x) << bits | Int(indices.y)) << bits
  }

  /// The staircase above the density, and the part of the density that random points find above it.
  ///
  /// Nil where the density is zero. Where a random point lies above, the cell is raised, so that the
  /// part is one before correction.
  func staircase() -> (staircase: Staircase, excess: Double)? {
    let (largest, least) = extremes()
    guard var staircase = Staircase(largest: largest, least: least) else { return nil }
    var stream = RandomStream(seed: 0, name: "staircase")
    var above = 0.0
    var sum = 0.0
    for index in staircase.heights.indices {
      let corner = Self.corner(of: index)
      let first = (corner[0] + stream.uniform()) * Self.width
      let second = (corner[1] + stream.uniform()) * Self.width
      guard let column = column(first, second) else { continue }
      var third = SIMD4<Double>()
      for lane in 0..<4 { third[lane] = (corner[2] + stream.uniform()) * Self.width }
      let density = densities(column, third).density
      let rest = density - staircase.heights[index]
      above += rest.replacing(with: 0, where: rest .< 0).sum()
      sum += density.sum()
      staircase.raise(index, above: density.max())
    }
    guard sum > 0, let raised = staircase.rebuilt else { return nil }
    return (raised, above / sum)
  }

  /// The largest and the least density that the lattice finds in each cell.
  private func extremes() -> (largest: [Double], least: [Double]) {
    let cells = Self.cells
    let count = cells * cells * cells
    var largest = [Double](repeating: 0, count: count)
    var least = [Double](repeating: .infinity, count: count)
    let edge = 1e-9
    let steps = Self.steps
    let points = cells * steps
    let offsets = SIMD4(edge, 1.0 / 3, 2.0 / 3, 1 - edge)
    for i in 0...points {
      for j in 0...points {
        let first = min(max(Double(i) / Double(points), edge), 1 - edge)
        let second = min(max(Double(j) / Double(points), edge), 1 - edge)
        let column = column(first, second)
        let rows = Self.touched(i, steps, cells)
        let lines = Self.touched(j, steps, cells)
        for k in 0..<cells {
          var most = 0.0
          var little = 0.0
          if let column {
            let density = densities(column, Self.width * (Double(k) + offsets)).density
            most = max(0, density.max())
            little = max(0, density.min())
          }
          for row in rows {
            for line in lines {
              let index = (row * cells + line) * cells + k
              largest[index] = max(largest[index], most)
              least[index] = min(least[index], little)
            }
          }
        }
      }
    }
    return (largest, least)
  }

  /// The cells that a point of the lattice belongs to: two on an edge.
  private static func touched(_ point: Int, _ steps: Int, _ cells: Int) -> Range<Int> {
    let upper = min(point / steps, cells - 1)
    let lower = max((point + steps - 1) / steps - 1, 0)
    return lower..<(upper + 1)
  }
}
