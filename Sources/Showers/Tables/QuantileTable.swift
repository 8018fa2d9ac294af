// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A family of distributions on 0 to 1, one for each node of energy, drawn by their quantiles.
///
/// The random variable is a place between the least and the greatest value at an energy, so that both
/// ends are kept exactly between the nodes.
///
/// Each is kept as the edges of cells of equal probability, within which it is even. At an energy
/// between two nodes one of the two is drawn from, the nearer the likelier: the density is then
/// linear between the nodes.
final class QuantileTable: @unchecked Sendable {
  private let grid: EnergyGrid
  private let edges: UnsafeMutablePointer<Float>

  /// Cells of each distribution.
  static let cells = 256

  private static let stride = cells + 1

  /// Makes the table.
  /// - Parameters:
  ///   - low: the lowest energy.
  ///   - high: the highest energy.
  ///   - bits: 2^bits nodes for every factor of two.
  ///   - density: gives the density at an energy, not normalised, as a function of a variable on 0 to
  ///     1 in which it is smooth, and the place that belongs to that variable.
  init(
    from low: Double, to high: Double, bits: UInt64 = 2,
    density: (Double) -> (density: (Double) -> Double, place: (Double) -> Double)
  ) {
    grid = EnergyGrid(from: low, to: high, bits: bits)
    edges = .allocate(capacity: grid.count * Self.stride)
    for node in 0..<grid.count {
      let (density, place) = density(grid.energy(node))
      let quantiles = Self.quantiles(density)
      for cell in 0...Self.cells {
        edges[node * Self.stride + cell] = Float(min(max(place(quantiles[cell]), 0), 1))
      }
    }
  }

  deinit { edges.deallocate() }

  /// The table as hot loops see it; the table itself must live on.
  struct View {
    let grid: EnergyGrid
    let edges: UnsafeMutablePointer<Float>

    /// Draws from the distribution at an energy.
    @inline(__always)
    func draw(_ energy: Double, _ random: inout ShowerRandom) -> Double {
      let (choice, place) = random.pair()
      let node = grid.index(energy) &+ (choice < grid.fraction(energy) ? 1 : 0)
      let u = place * Double(QuantileTable.cells)
      let cell = quickFloor(u)
      let ends = edges + (node &* QuantileTable.stride &+ cell)
      let low = Double(ends[0])
      return low + (u - Double(cell)) * (Double(ends[1]) - low)
    }
  }

  /// What hot loops see.
  var view: View { View(grid: grid, edges: edges) }

  /// Draws from the distribution at an energy.
  func draw(_ energy: Double, _ random: inout ShowerRandom) -> Double {
    view.draw(energy, &random)
  }

  /// The edges of cells of equal probability of a density, by its trapezia.
  private static func quantiles(_ density: (Double) -> Double) -> [Double] {
    let points = 4 * cells
    var cumulative = [0.0]
    var before = density(0)
    for point in 1...points {
      let value = density(Double(point) / Double(points))
      cumulative.append(cumulative[point - 1] + 0.5 * (before + value))
      before = value
    }
    let total = cumulative[points]
    // A distribution of an energy where nothing happens is never drawn from.
    guard total > 0 else { return (0...cells).map { Double($0) / Double(cells) } }
    var point = 0
    var edges = [0.0]
    for cell in 1..<cells {
      let target = total * Double(cell) / Double(cells)
      while cumulative[point + 1] < target { point += 1 }
      let share = (target - cumulative[point]) / (cumulative[point + 1] - cumulative[point])
      edges.append((Double(point) + share) / Double(points))
    }
    return edges + [1]
  }
}
