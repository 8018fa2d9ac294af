// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How the deposit of a shower spreads about the beam axis.
///
/// Scored in rings whose squared radii divide every factor of two in sixteen, 2% in the radius, from
/// 4 um to 2 m; what lies within the innermost or beyond the outermost is counted there.
package struct RadialProfile: Sendable {
  static let grid = EnergyGrid(from: 0x1p-16, to: 0x1p22, bits: 4)

  private let cumulative: [Double]

  init(_ rings: EventMoments) {
    var sum = 0.0
    cumulative = (0..<rings.count).map { ring in
      sum += rings.mean(ring)
      return sum
    }
  }

  /// The share of the deposit within a radius in mm; even within a ring.
  package func fraction(within radius: Double) -> Double {
    let grid = Self.grid
    let square = max(radius * radius, grid.energy(0))
    let total = cumulative[cumulative.count - 1]
    guard total > 0 else { return 0 }
    let index = grid.index(square)
    guard index < cumulative.count else { return 1 }
    let below = index > 0 ? cumulative[index - 1] : 0
    return (below + grid.fraction(square) * (cumulative[index] - below)) / total
  }

  /// The radius in mm within which a share of the deposit lies; nil where it reaches beyond the rings.
  package func radius(of share: Double) -> Double? {
    let grid = Self.grid
    let total = cumulative[cumulative.count - 1]
    guard total > 0, let ring = cumulative.firstIndex(where: { $0 >= share * total }),
      ring + 1 < cumulative.count
    else { return nil }
    let below = ring > 0 ? cumulative[ring - 1] : 0
    let part = (share * total - below) / (cumulative[ring] - below)
    return (grid.energy(ring) + part * (grid.energy(ring + 1) - grid.energy(ring))).squareRoot()
  }
}
