// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// Inverse Gaussian distributions of mean one, by their quantiles, for a range of variances.
///
/// Energy lost with Gaussian fluctuations is a drift with diffusion; the path on which a given energy
/// is lost is then distributed, over its mean, as
///
///     f(x) = (2 pi v x^3)^(-1/2) exp[-(x - 1)^2 / (2 v x)]
///
/// v: the variance. Between two nodes one is drawn from in proportion, which keeps mean and variance.
/// - Source: Folks:1978inverse, first passage of Brownian motion
final class StragglingTable: @unchecked Sendable {
  private let grid: EnergyGrid
  private let edges: UnsafeMutablePointer<Float>
  private static let cells = 128
  private static let stride = cells + 1

  /// Below this variance a path is its mean; the fluctuation is less than 1%.
  static let least = 0x1p-14

  /// Above this variance it is taken as this: less than a thousandth of the steps.
  static let most = 4.0

  init() {
    grid = EnergyGrid(from: Self.least, to: Self.most, bits: 0)
    edges = .allocate(capacity: grid.count * Self.stride)
    for node in 0..<grid.count {
      let quantiles = Self.quantiles(variance: grid.energy(node))
      for cell in 0...Self.cells { edges[node * Self.stride + cell] = Float(quantiles[cell]) }
    }
  }

  deinit { edges.deallocate() }

  /// A path over its mean.
  /// - Parameters:
  ///   - variance: its variance.
  ///   - choice: a number uniform on (0, 1), for the choice between two nodes.
  ///   - place: another one, for the place in the distribution.
  /// - Returns: the factor on the mean path.
  @inline(__always)
  func path(variance: Double, choice: Double, place: Double) -> Double {
    guard variance > Self.least else { return 1 }
    let v = min(variance, Self.most)
    let node = grid.index(v) &+ (choice < grid.fraction(v) ? 1 : 0)
    let u = place * Double(Self.cells)
    let cell = quickFloor(u)
    let ends = edges + (node &* Self.stride &+ cell)
    let low = Double(ends[0])
    return low + (u - Double(cell)) * (Double(ends[1]) - low)
  }

  /// Edges of cells of equal probability; the two ends lie where the cells keep their means.
  private static func quantiles(variance: Double) -> [Double] {
    let points = 64 * cells
    let width = 9 * variance.squareRoot()
    // The exponent is at most 40 at both ends.
    let (first, last) = (exp(-width), exp(width))
    let ratio = log(last / first) / Double(points)
    var cumulative = [0.0]
    var moments = [0.0]
    for point in 0..<points {
      let x = first * exp((Double(point) + 0.5) * ratio)
      let value = exp(-(x - 1) * (x - 1) / (2 * variance * x)) / x.squareRoot()
      cumulative.append(cumulative[point] + value)
      moments.append(moments[point] + value * x)
    }
    let total = cumulative[points]
    let scale = total / moments[points]
    var edges: [Double] = []
    var held: [Double] = []
    var point = 0
    for cell in 1..<cells {
      let target = total * Double(cell) / Double(cells)
      while cumulative[point + 1] < target { point += 1 }
      let share = (target - cumulative[point]) / (cumulative[point + 1] - cumulative[point])
      edges.append(first * exp((Double(point) + share) * ratio) * scale)
      held.append((moments[point] + share * (moments[point + 1] - moments[point])) / total * scale)
    }
    let low = max(2 * held[0] * Double(cells) - edges[0], 0)
    let high = 2 * (1 - held[cells - 2]) * Double(cells) - edges[cells - 2]
    return [low] + edges + [high]
  }
}
