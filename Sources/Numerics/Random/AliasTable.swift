// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A distribution over 0, ..., n - 1 with given weights, drawn in a time independent of n.
///
/// The weights are cut and stacked into n columns of equal height with at most two colours each
/// (the alias method). One word chooses the column by its product with n, high half, and the
/// colour by the low half. Probabilities are those of the weights to n 2^-64, beyond the rounding
/// of their sum; an index of weight zero is never drawn.
/// - Source: Walker1977alias
/// - Source: Vose1991linear, construction
public struct AliasTable: Sendable {
  /// Below the threshold a column gives its own index, else its alias.
  @usableFromInline
  struct Column: Sendable {
    @usableFromInline var threshold: UInt64
    @usableFromInline var alias: Int
  }

  @usableFromInline let columns: [Column]

  /// The probability of each index: its weight over the sum of all.
  public let probabilities: [Double]

  /// Builds the table, in a time proportional to the number of weights.
  /// - Parameter weights: one weight per index, finite, not negative, not all zero.
  /// - Throws: ``DistributionError`` naming the weight that cannot be used.
  public init(weights: [Double]) throws(DistributionError) {
    var sum = CompensatedSum()
    for (index, weight) in weights.enumerated() {
      guard weight >= 0, weight.isFinite else {
        throw DistributionError(
          problem: "invalid weight \(weight) at index \(index)",
          reason: "must be finite and not negative", suggestion: "correct the weight")
      }
      sum.add(weight)
    }
    let total = sum.value
    guard total > 0, total.isFinite else {
      throw DistributionError(
        problem: "invalid sum of weights \(total)", reason: "must be positive and finite",
        suggestion: "give at least one positive weight, none near the largest number")
    }
    probabilities = weights.map { $0 / total }
    columns = Self.columns(probabilities)
  }

  /// Fills every column that is too low with the excess of one that is too high.
  private static func columns(_ probabilities: [Double]) -> [Column] {
    let count = probabilities.count
    var heights = probabilities.map { $0 * Double(count) }
    var columns = (0..<count).map { Column(threshold: .max, alias: $0) }
    var low = heights.indices.filter { heights[$0] < 1 }
    var high = heights.indices.filter { heights[$0] >= 1 }
    while let poor = low.popLast(), let rich = high.last {
      columns[poor] = Column(threshold: UInt64(heights[poor] * 0x1p64), alias: rich)
      heights[rich] = (heights[rich] + heights[poor]) - 1
      if heights[rich] < 1 {
        high.removeLast()
        low.append(rich)
      }
    }
    return columns
  }

  /// The number of indices.
  public var count: Int { columns.count }

  /// Draws an index, from one word.
  /// - Parameter stream: where the random bits come from.
  /// - Returns: an index from 0 to `count` - 1.
  @inlinable
  public func draw(from stream: inout RandomStream) -> Int {
    let product = stream.next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: columns.count))
    let index = Int(truncatingIfNeeded: product.high)
    let column = columns[index]
    return product.low < column.threshold ? index : column.alias
  }
}
