// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// A ``Staircase`` above the density of an ``EmissionChart``, on 32 cells in each coordinate.
///
/// It is built from a lattice of 65 points in each of the first two coordinates and 4 in each cell of
/// the third. Random points try it, four in each cell, and raise cells that they find too low; where
/// there are such cells, many more points are tried around them.
struct EmissionGrid: Sendable {
  private static let bits = 5
  /// The number of cells along each coordinate.
  static let cells = 1 << bits
  /// The width of a cell in each coordinate.
  static let width = 1 / Double(cells)
  /// The number of steps of the lattice in each cell, along the first two coordinates.
  private static let steps = 2
  /// How often the surroundings of a cell that was too low are tried again.
  private static let rounds = 16
  /// How far inside its cell a point on an edge is taken.
  private static let edge = 1e-9

  /// The staircase.
  let staircase: Staircase
  /// The part of the density that the last random points still found above the staircase.
  let excess: Double
  /// Whether the range of t is cut at its peak, in each cell of the first two coordinates.
  ///
  /// It is where the whole cell has a peak. A choice that changed within a cell would make the density
  /// jump there.
  private let cuts: [Bool]

  /// Makes the grid; nil where the density is zero.
  init?(_ chart: EmissionChart) {
    let cuts = Self.cuts(chart)
    let (largest, least) = Self.extremes(chart, cuts)
    guard var staircase = Staircase(largest: largest, least: least) else { return nil }
    var stream = RandomStream(seed: 0, name: "staircase")
    let all = Array(0..<(Self.cells * Self.cells))
    let first = Self.probe(chart, cuts, &staircase, columns: all, using: &stream)
    let suspects = Self.neighbourhood(of: first.offenders)
    var above = 0.0
    for round in 0..<Self.rounds {
      let found = Self.probe(chart, cuts, &staircase, columns: suspects, using: &stream)
      if 2 * round >= Self.rounds { above += found.above }
    }
    guard first.sum > 0, let raised = staircase.rebuilt else { return nil }
    self.cuts = cuts
    self.staircase = raised
    excess = above / (0.5 * Double(Self.rounds) * first.sum)
  }

  /// Looks at four random points in each cell of some columns, and raises cells that lie below.
  ///
  /// - Returns: the sum of the densities, what of it lay above the staircase, and in which columns.
  private static func probe(
    _ chart: EmissionChart, _ cuts: [Bool], _ staircase: inout Staircase, columns: [Int],
    using stream: inout RandomStream
  ) -> (sum: Double, above: Double, offenders: [Int]) {
    var above = 0.0
    var sum = 0.0
    var offenders: [Int] = []
    for first in columns {
      var isOffender = false
      for index in (first << bits)..<((first + 1) << bits) {
        let corner = corner(of: index)
        let x = (corner[0] + stream.uniform()) * width
        let y = (corner[1] + stream.uniform()) * width
        guard let column = chart.column(x, y, isCut: cuts[first]) else { continue }
        var third = SIMD4<Double>()
        for lane in 0..<4 { third[lane] = (corner[2] + stream.uniform()) * width }
        let density = chart.densities(column, third).density
        let rest = density - staircase.heights[index]
        sum += density.sum()
        guard rest.max() > 0 else { continue }
        above += rest.replacing(with: 0, where: rest .< 0).sum()
        isOffender = true
        staircase.raise(index, above: density.max())
      }
      if isOffender { offenders.append(first) }
    }
    return (sum, above, offenders)
  }

  /// Columns and those beside them.
  private static func neighbourhood(of columns: [Int]) -> [Int] {
    var isNear = [Bool](repeating: false, count: cells * cells)
    for column in columns {
      let (row, line) = (column >> bits, column & (cells - 1))
      for near in max(row - 1, 0)...min(row + 1, cells - 1) {
        for other in max(line - 1, 0)...min(line + 1, cells - 1) {
          isNear[near << bits | other] = true
        }
      }
    }
    return isNear.indices.filter { isNear[$0] }
  }

  /// Whether t is cut at its peak in the column that a cell belongs to.
  @inline(__always)
  func isCut(_ index: Int) -> Bool { cuts[index >> Self.bits] }

  /// The corner of a cell, in widths of a cell.
  @inline(__always)
  static func corner(of index: Int) -> SIMD3<Double> {
    let mask = cells - 1
    return SIMD3(
      Double(index >> (2 * bits)), Double((index >> bits) & mask), Double(index & mask))
  }

  /// The cells of the third coordinate at two given ones.
  static func cells(at place: SIMD2<Double>) -> Range<Int> {
    let indices = (place * Double(cells)).clamped(
      lowerBound: SIMD2(repeating: 0), upperBound: SIMD2(repeating: Double(cells - 1)))
    let first = (Int(indices.x) << bits | Int(indices.y)) << bits
    return first..<(first + cells)
  }

  /// Whether all points of the lattice in a cell of the first two coordinates have a peak in t.
  private static func cuts(_ chart: EmissionChart) -> [Bool] {
    var cuts = [Bool](repeating: true, count: cells * cells)
    forEachPoint { x, y, touched in
      if chart.column(x, y, isCut: true)?.range.upper != nil { return }
      for index in touched { cuts[index] = false }
    }
    return cuts
  }

  /// The largest and the least density that the lattice finds in each cell.
  private static func extremes(
    _ chart: EmissionChart, _ cuts: [Bool]
  ) -> (largest: [Double], least: [Double]) {
    let count = cells * cells * cells
    var largest = [Double](repeating: 0, count: count)
    var least = [Double](repeating: .infinity, count: count)
    let offsets = SIMD4(edge, 1.0 / 3, 2.0 / 3, 1 - edge)
    forEachPoint { x, y, touched in
      for isCut in [false, true] {
        let columns = touched.filter { cuts[$0] == isCut }
        if columns.isEmpty { continue }
        let column = chart.column(x, y, isCut: isCut)
        for k in 0..<cells {
          var most = 0.0
          var little = 0.0
          if let column {
            let density = chart.densities(column, width * (Double(k) + offsets)).density
            most = max(0, density.max())
            little = max(0, density.min())
          }
          for first in columns {
            let index = first << bits | k
            largest[index] = max(largest[index], most)
            least[index] = min(least[index], little)
          }
        }
      }
    }
    return (largest, least)
  }

  /// Visits the lattice, with the cells of the first two coordinates that a point belongs to: two or
  /// four on edges.
  private static func forEachPoint(_ visit: (Double, Double, [Int]) -> Void) {
    let points = cells * steps
    for i in 0...points {
      for j in 0...points {
        let x = min(max(Double(i) / Double(points), edge), 1 - edge)
        let y = min(max(Double(j) / Double(points), edge), 1 - edge)
        let touched = rows(at: i).flatMap { row in rows(at: j).map { row << bits | $0 } }
        visit(x, y, touched)
      }
    }
  }

  /// The cells that a point of the lattice touches along one coordinate.
  private static func rows(at point: Int) -> ClosedRange<Int> {
    max((point + steps - 1) / steps - 1, 0)...min(point / steps, cells - 1)
  }
}
