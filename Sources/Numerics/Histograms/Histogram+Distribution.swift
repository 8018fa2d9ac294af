// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension Histogram {
  /// Returns the density dN/dx in a bin, content over width, and its error.
  /// - Parameter bin: from 0 to `axis.count` - 1.
  /// - Returns: value and standard deviation, in the inverse unit of the axis.
  public func density(in bin: Int) -> (value: Double, error: Double) {
    let width = axis.width(of: bin)
    return (self[bin].value / width, self[bin].error / width)
  }

  /// The sum of weights below each edge, from 0 at the first edge to the total at the last.
  ///
  /// Underflow and overflow do not count. There is one number for each edge.
  public var cumulative: [Double] {
    var sum = CompensatedSum()
    return [0]
      + (0..<axis.count).map { bin in
        sum.add(self[bin].weights)
        return sum.value
      }
  }

  /// Returns the x below which a fraction of the content lies, linear within a bin.
  ///
  /// Underflow and overflow do not count.
  /// - Parameter fraction: from 0 to 1.
  /// - Returns: the quantile; nil if the histogram is empty or a bin is negative.
  public func quantile(_ fraction: Double) -> Double? {
    precondition(fraction >= 0 && fraction <= 1, "a fraction outside 0 to 1")
    let sums = cumulative
    let isMonotone = (0..<axis.count).allSatisfy { self[$0].value >= 0 }
    guard isMonotone, sums[axis.count] > 0 else { return nil }
    let wanted = fraction * sums[axis.count]
    // The first bin with content that reaches the wanted sum.
    for bin in 0..<axis.count where sums[bin + 1] > sums[bin] && sums[bin + 1] >= wanted {
      let share = max(0, wanted - sums[bin]) / (sums[bin + 1] - sums[bin])
      return min(axis.edges[bin] + share * axis.width(of: bin), axis.edges[bin + 1])
    }
    return nil
  }
}
