// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The bins along one axis of a histogram: uniform, logarithmic, or with any edges.
///
/// Bin i holds edges[i] <= x < edges[i + 1]. So the last edge belongs to the overflow. The edges
/// are stored, and a number is placed by comparison with them: what ``edges`` shows is exactly
/// what ``place(of:)`` does, also where the formula of the edges rounds.
public struct HistogramAxis: Hashable, Sendable {
  /// How the edges lie.
  public enum Spacing: Hashable, Sendable {
    /// Bins of equal width.
    case uniform
    /// Bins of equal ratio of upper to lower edge.
    case logarithmic
    /// Bins with edges as given.
    case variable
  }

  /// How the edges lie.
  public let spacing: Spacing

  /// The edges, increasing; one more than bins.
  public let edges: [Double]

  /// Bins per unit of x or of ln x, to guess the bin.
  private let density: Double

  /// The lower edge or its logarithm.
  private let origin: Double

  /// Makes bins of equal width; edge i is ((n - i) low + i high) / n.
  /// - Parameters:
  ///   - bins: the number n of bins, at least 1.
  ///   - low: the lower edge of the first bin, finite.
  ///   - high: the upper edge of the last bin, finite, above `low`.
  /// - Returns: the axis.
  /// - Throws: ``HistogramError`` if there is no such axis.
  public static func uniform(
    bins: Int, from low: Double, to high: Double
  ) throws(HistogramError) -> HistogramAxis {
    try checkRange(bins: bins, low, high)
    let n = Double(bins)
    // Halves of the sum, each within range, so that no edge overflows.
    let inner = (0..<bins).dropFirst().map { index -> Double in
      let share = Double(index) / n
      let edge = ((n - Double(index)) * low + Double(index) * high) / n
      return edge.isFinite ? edge : (1 - share) * low + share * high
    }
    let width = high / n - low / n
    return try HistogramAxis(.uniform, [low] + inner + [high], density: 1 / width, origin: low)
  }

  /// Makes bins of equal ratio; edge i is low (high / low)^(i / n).
  ///
  /// The logarithm and the exponential are those of this module, so that the edges have the same
  /// bits on every processor.
  /// - Parameters:
  ///   - bins: the number n of bins, at least 1.
  ///   - low: the lower edge of the first bin, positive, finite.
  ///   - high: the upper edge of the last bin, finite, above `low`.
  /// - Returns: the axis.
  /// - Throws: ``HistogramError`` if there is no such axis.
  public static func logarithmic(
    bins: Int, from low: Double, to high: Double
  ) throws(HistogramError) -> HistogramAxis {
    try checkRange(bins: bins, low, high)
    guard low > 0 else {
      throw HistogramError(
        problem: "invalid lower edge \(low) of a logarithmic axis", reason: "must be positive",
        suggestion: "begin above zero or choose a uniform axis")
    }
    let n = Double(bins)
    let (first, last) = (logarithm(low), logarithm(high))
    let inner = (0..<bins).dropFirst().map { index -> Double in
      let share = Double(index) / n
      return exp(SIMD4(repeating: (1 - share) * first + share * last))[0]
    }
    return try HistogramAxis(
      .logarithmic, [low] + inner + [high], density: n / (last - first), origin: first)
  }

  /// Makes bins between given edges.
  /// - Parameter edges: finite, increasing, at least two.
  /// - Returns: the axis.
  /// - Throws: ``HistogramError`` naming the edge that cannot be used.
  public static func variable(edges: [Double]) throws(HistogramError) -> HistogramAxis {
    guard edges.count >= 2 else {
      throw HistogramError(
        problem: "\(edges.count) edges", reason: "a bin has two edges",
        suggestion: "give at least two")
    }
    return try HistogramAxis(.variable, edges, density: 0, origin: 0)
  }

  private init(
    _ spacing: Spacing, _ edges: [Double], density: Double, origin: Double
  ) throws(HistogramError) {
    for index in edges.indices {
      let isIncreasing = index == 0 || edges[index] > edges[index - 1]
      guard edges[index].isFinite, isIncreasing else {
        throw HistogramError(
          problem: "invalid edge \(edges[index]) at index \(index)",
          reason: "must be finite and above the edge before",
          suggestion: spacing == .variable ? "sort the edges" : "choose fewer bins")
      }
    }
    self.spacing = spacing
    self.edges = edges
    self.density = density
    self.origin = origin
  }

  private static func checkRange(
    bins: Int, _ low: Double, _ high: Double
  ) throws(HistogramError) {
    guard bins >= 1 else {
      throw HistogramError(
        problem: "invalid number of bins \(bins)", reason: "must be at least 1",
        suggestion: "choose a positive number")
    }
    guard low.isFinite, high.isFinite, low < high else {
      throw HistogramError(
        problem: "invalid range \(low) to \(high) of an axis",
        reason: "must be finite and increasing", suggestion: "correct the range")
    }
  }

  /// The number of bins.
  public var count: Int { edges.count - 1 }

  /// The lower edge of the first bin.
  public var low: Double { edges[0] }

  /// The upper edge of the last bin.
  public var high: Double { edges[count] }

  /// Returns the width of a bin.
  /// - Parameter bin: from 0 to `count` - 1.
  /// - Returns: upper less lower edge.
  public func width(of bin: Int) -> Double { edges[bin + 1] - edges[bin] }

  /// Returns the place of a number: 0 is the underflow, i + 1 bin i, `count` + 1 the overflow.
  ///
  /// The time does not depend on the number of bins, except with variable edges, where it grows
  /// with its logarithm.
  /// - Parameter x: any number but NaN; infinities lie in the underflow and overflow.
  /// - Returns: the place, nil for NaN.
  public func place(of x: Double) -> Int? {
    guard x >= low else { return x.isNaN ? nil : 0 }
    guard x < high else { return count + 1 }
    return bin(within: x) + 1
  }

  /// Returns the bin of a number.
  /// - Parameter x: any number.
  /// - Returns: the bin from 0 to `count` - 1, nil outside the axis and for NaN.
  public func bin(of x: Double) -> Int? {
    x >= low && x < high ? bin(within: x) : nil
  }

  /// Returns the bin of a number from `low` to below `high`.
  private func bin(within x: Double) -> Int {
    switch spacing {
    case .uniform: bin(within: x, near: (x - origin) * density)
    case .logarithmic: bin(within: x, near: (Self.logarithm(x) - origin) * density)
    case .variable: bisect(x)
    }
  }

  /// Corrects a guess by comparison with the edges, a step or two at most.
  private func bin(within x: Double, near guess: Double) -> Int {
    var bin = guess > 0 ? Int(min(guess, Double(count - 1))) : 0
    while x < edges[bin] { bin -= 1 }
    while x >= edges[bin + 1] { bin += 1 }
    return bin
  }

  private func bisect(_ x: Double) -> Int {
    var bin = 0
    var end = count
    while end - bin > 1 {
      let middle = (bin + end) / 2
      if x >= edges[middle] { bin = middle } else { end = middle }
    }
    return bin
  }

  private static func logarithm(_ x: Double) -> Double { log(SIMD4(repeating: x))[0] }
}
