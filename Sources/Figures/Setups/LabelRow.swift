// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Labels in one row, moved aside so that none covers another.
enum LabelRow {
  /// The middles of labels, as near to the wanted ones as they can be without overlap.
  ///
  /// The sum of squared displacements is least (isotonic regression); then the row is moved and
  /// squeezed into its limits as far as there is room.
  /// - Parameters:
  ///   - wanted: where the middles should be, rising.
  ///   - widths: the widths with the space between labels.
  ///   - limits: where the row begins and ends.
  /// - Returns: the middles, rising.
  static func middles(
    wanted: [Double], widths: [Double], within limits: ClosedRange<Double>
  ) -> [Double] {
    // Distances between middles of neighbours, summed up: without them the order alone counts.
    var offsets: [Double] = []
    for index in wanted.indices {
      offsets.append(
        index == 0 ? 0 : offsets[index - 1] + 0.5 * (widths[index - 1] + widths[index]))
    }
    var pools: [(mean: Double, count: Int)] = []
    for index in wanted.indices {
      let low = limits.lowerBound + 0.5 * (widths.first ?? 0)
      let high = limits.upperBound - 0.5 * (widths.last ?? 0) - (offsets.last ?? 0)
      let value = min(max(wanted[index] - offsets[index], low), max(high, low))
      pools.append((value, 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let upper = pools.removeLast()
        let lower = pools.removeLast()
        let count = lower.count + upper.count
        let mean =
          (lower.mean * Double(lower.count) + upper.mean * Double(upper.count)) / Double(count)
        pools.append((mean, count))
      }
    }
    let moved = pools.flatMap { [Double](repeating: $0.mean, count: $0.count) }
    return zip(moved, offsets).map { $0 + $1 }
  }
}
