// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A distribution given by a table: density constant or linear between knots.
///
/// It is drawn by inverting the distribution function. A guide table finds the bin in a time that
/// does not depend on the number of bins; within the bin the inverse is exact, so quantiles grow
/// with u and nothing is rejected. With v the fraction of the bin's probability below x, w its
/// width, f0 and f1 the density at its ends and s = f0 / (f0 + f1), the place t = (x - x0) / w is
///
///     constant: t = v,    linear: t = v / (s + sqrt((1 - v) s^2 + v (1 - s)^2))
///
/// which loses no digits for f0 near f1 or near 0. A bin of probability p is resolved in p 2^53
/// steps, so bins far below 1e-10 come out coarse: tabulate their variable logarithmically.
/// - Source: Devroye1986nonuniform, section II.2 (inversion) and III.2.4 (guide table)
public struct TabulatedDistribution: Sendable {
  /// One interval between knots.
  @usableFromInline
  struct Bin: Sendable {
    /// The probability of all bins before this one.
    @usableFromInline var cumulative: Double
    /// The probability of all bins up to and including this one.
    @usableFromInline var next: Double
    @usableFromInline var lower: Double
    @usableFromInline var upper: Double
    /// The density at the lower end over the sum of both ends.
    @usableFromInline var share: Double
    /// The normalised density at both ends.
    let lowerDensity: Double
    let upperDensity: Double
  }

  @usableFromInline let bins: [Bin]

  /// For each of 2^m equal cells of u the last bin that begins at or below the cell.
  @usableFromInline let guide: [Int32]

  /// The integral of the density as given, before normalisation.
  public let integral: Double

  /// Makes a distribution of constant density between edges: a histogram.
  /// - Parameters:
  ///   - edges: finite, increasing; one more than bins.
  ///   - densities: the density in each bin, finite, not negative, not all zero; any normalisation.
  /// - Throws: ``DistributionError`` naming the number that cannot be used.
  public init(edges: [Double], densities: [Double]) throws(DistributionError) {
    try self.init(edges, lower: densities, upper: densities)
  }

  /// Makes a distribution of density linear between knots: a polygon.
  /// - Parameters:
  ///   - knots: finite, increasing, at least two.
  ///   - values: the density at each knot, finite, not negative, not all zero; any normalisation.
  /// - Throws: ``DistributionError`` naming the number that cannot be used.
  public init(knots: [Double], values: [Double]) throws(DistributionError) {
    guard knots.count == values.count else {
      throw DistributionError(
        problem: "\(values.count) densities for \(knots.count) knots",
        reason: "each knot has one density", suggestion: "give lists of one length")
    }
    try self.init(knots, lower: Array(values.dropLast()), upper: Array(values.dropFirst()))
  }

  private init(_ edges: [Double], lower: [Double], upper: [Double]) throws(DistributionError) {
    try Self.check(edges, bins: lower.count)
    for value in lower + upper.suffix(1) where !(value >= 0 && value.isFinite) {
      throw DistributionError(
        problem: "invalid density \(value)", reason: "must be finite and not negative",
        suggestion: "correct the density")
    }
    var sum = CompensatedSum()
    let cumulative = lower.indices.map { index in
      sum.add(0.5 * (edges[index + 1] - edges[index]) * (lower[index] + upper[index]))
      return sum.value
    }
    let total = sum.value
    guard total.isNormal else {
      throw DistributionError(
        problem: "invalid integral \(total) of a density",
        reason: "must be positive and within the range of numbers",
        suggestion: "give at least one positive density, none of extreme size")
    }
    integral = total
    bins = lower.indices.map { index in
      Bin(
        cumulative: index == 0 ? 0 : cumulative[index - 1] / total,
        next: cumulative[index] / total, lower: edges[index], upper: edges[index + 1],
        share: lower[index] == upper[index] ? 0.5 : lower[index] / (lower[index] + upper[index]),
        lowerDensity: lower[index] / total, upperDensity: upper[index] / total)
    }
    guide = Self.guide(bins)
  }

  private static func check(_ edges: [Double], bins: Int) throws(DistributionError) {
    guard bins >= 1, edges.count == bins + 1 else {
      throw DistributionError(
        problem: "\(edges.count) edges for \(bins) bins",
        reason: "one bin or more needs one edge more", suggestion: "give lists that fit")
    }
    for index in edges.indices {
      let isIncreasing = index == 0 || edges[index] > edges[index - 1]
      guard edges[index].isFinite, isIncreasing else {
        throw DistributionError(
          problem: "invalid edge \(edges[index]) at index \(index)",
          reason: "must be finite and above the edge before", suggestion: "sort the edges")
      }
    }
  }

  private static func guide(_ bins: [Bin]) -> [Int32] {
    var cells = 1
    while cells < bins.count { cells *= 2 }
    var bin = 0
    return (0..<cells).map { cell in
      let u = Double(cell) / Double(cells)
      while bin < bins.count - 1, bins[bin].next <= u { bin += 1 }
      return Int32(bin)
    }
  }

  /// The least and the greatest number that may be drawn, by the edges.
  public var range: ClosedRange<Double> { bins[0].lower...bins[bins.count - 1].upper }

  /// Draws a number, from one word.
  /// - Parameter stream: where the random bits come from.
  /// - Returns: a number within ``range``.
  @inlinable
  public func draw(from stream: inout RandomStream) -> Double {
    quantile(stream.uniform())
  }

  /// Returns the number below which a given probability lies.
  /// - Parameter u: a probability from 0 to 1.
  /// - Returns: the quantile; it grows with u.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    precondition(u >= 0 && u <= 1, "a probability outside 0 to 1")
    let cell = min(Int(u * Double(guide.count)), guide.count - 1)
    var index = Int(guide[cell])
    while index < bins.count - 1, bins[index].next <= u { index += 1 }
    let bin = bins[index]
    let mass = bin.next - bin.cumulative
    // Only u = 1 behind empty last bins finds a bin without probability.
    guard mass > 0 else { return bin.lower }
    let v = (u - bin.cumulative) / mass
    let s = bin.share
    let root = ((1 - v) * s * s + v * (1 - s) * (1 - s)).squareRoot()
    // At v = 0 a density that begins at zero would be 0 / 0.
    let t = s == 0.5 || v <= 0 ? v : v / (s + root)
    return min(bin.lower + t * (bin.upper - bin.lower), bin.upper)
  }

  /// Returns the normalised density; at an edge that of the bin above, outside the range 0.
  /// - Parameter x: any number.
  /// - Returns: the density, in the inverse unit of the edges.
  public func density(at x: Double) -> Double {
    guard let bin = bin(at: x) else { return 0 }
    let t = (x - bin.lower) / (bin.upper - bin.lower)
    return bin.lowerDensity + t * (bin.upperDensity - bin.lowerDensity)
  }

  /// Returns the probability below a number.
  /// - Parameter x: any number.
  /// - Returns: a probability from 0 to 1.
  public func cumulative(at x: Double) -> Double {
    guard let bin = bin(at: x) else { return x < range.lowerBound ? 0 : 1 }
    let t = (x - bin.lower) / (bin.upper - bin.lower)
    let mean = bin.lowerDensity + 0.5 * t * (bin.upperDensity - bin.lowerDensity)
    return min(bin.cumulative + (x - bin.lower) * mean, bin.next)
  }

  private func bin(at x: Double) -> Bin? {
    guard range.contains(x) else { return nil }
    var low = 0
    var high = bins.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if bins[middle].lower <= x { low = middle } else { high = middle - 1 }
    }
    return bins[low]
  }
}
