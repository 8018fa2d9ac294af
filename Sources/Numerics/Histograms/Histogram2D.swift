// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A weighted histogram over a plane of two axes.
///
/// Beside the bins it holds the underflow and overflow of either axis, eight margins in all.
/// Filling allocates nothing.
public struct Histogram2D: Hashable, Sendable {
  /// The bins along x.
  public let xAxis: HistogramAxis

  /// The bins along y.
  public let yAxis: HistogramAxis

  /// Rows of constant y, each from the underflow to the overflow of x.
  private var places: [BinContent]

  private var xMoments: Moments
  private var yMoments: Moments

  /// The weighted sum of products of the distances of x and y from their references.
  private var product = CompensatedSum()

  /// How often something was filled, in any bin or margin.
  public private(set) var entries = 0

  /// How often ``fill(_:_:weight:)`` met a NaN or a weight that is not finite.
  ///
  /// Such a fill counts here and nowhere else.
  public private(set) var undefinedEntries = 0

  /// Makes an empty histogram.
  /// - Parameters:
  ///   - xAxis: its bins along x.
  ///   - yAxis: its bins along y.
  public init(_ xAxis: HistogramAxis, _ yAxis: HistogramAxis) {
    self.xAxis = xAxis
    self.yAxis = yAxis
    let count = (xAxis.count + 2) * (yAxis.count + 2)
    places = [BinContent](repeating: BinContent(), count: count)
    xMoments = Moments(of: xAxis)
    yMoments = Moments(of: yAxis)
  }

  /// Fills a point.
  /// - Parameters:
  ///   - x: the value along x; infinities go to the margins.
  ///   - y: the value along y; infinities go to the margins.
  ///   - weight: its weight, of either sign.
  public mutating func fill(_ x: Double, _ y: Double, weight: Double = 1) {
    guard let column = xAxis.place(of: x), let row = yAxis.place(of: y), weight.isFinite else {
      undefinedEntries += 1
      return
    }
    entries += 1
    places[row * (xAxis.count + 2) + column].add(weight)
    let isInside = column > 0 && column <= xAxis.count && row > 0 && row <= yAxis.count
    if isInside {
      xMoments.add(x, weight)
      yMoments.add(y, weight)
      product.add(weight * (x - xMoments.reference) * (y - yMoments.reference))
    }
  }

  /// The content of a bin or margin.
  /// - Parameters:
  ///   - xBin: from -1, the underflow, to `xAxis.count`, the overflow.
  ///   - yBin: from -1, the underflow, to `yAxis.count`, the overflow.
  public subscript(xBin: Int, yBin: Int) -> BinContent {
    precondition(xBin >= -1 && xBin <= xAxis.count, "a bin outside the x axis and its margins")
    precondition(yBin >= -1 && yBin <= yAxis.count, "a bin outside the y axis and its margins")
    return places[(yBin + 1) * (xAxis.count + 2) + xBin + 1]
  }

  /// The content of all bins, without the margins.
  public var total: BinContent {
    var total = BinContent()
    for yBin in 0..<yAxis.count {
      for xBin in 0..<xAxis.count { total.add(self[xBin, yBin]) }
    }
    return total
  }

  /// Returns the density d^2N/dx dy in a bin, content over area, and its error.
  /// - Parameters:
  ///   - xBin: from 0 to `xAxis.count` - 1.
  ///   - yBin: from 0 to `yAxis.count` - 1.
  /// - Returns: value and standard deviation.
  public func density(in xBin: Int, _ yBin: Int) -> (value: Double, error: Double) {
    let area = xAxis.width(of: xBin) * yAxis.width(of: yBin)
    let content = self[xBin, yBin]
    return (content.value / area, content.error / area)
  }

  /// The weighted means of x and y filled within the axes; nil if the weights add up to zero.
  public var mean: SIMD2<Double>? {
    let weights = total.value
    guard let x = xMoments.mean(weights: weights), let y = yMoments.mean(weights: weights) else {
      return nil
    }
    return SIMD2(x, y)
  }

  /// The weighted standard deviations of x and y filled within the axes; nil if undefined.
  public var rms: SIMD2<Double>? {
    let weights = total.value
    guard let x = xMoments.rms(weights: weights), let y = yMoments.rms(weights: weights) else {
      return nil
    }
    return SIMD2(x, y)
  }

  /// The weighted covariance of x and y filled within the axes; nil if weights add up to zero.
  ///
  /// It is sum w x y / sum w - mean x mean y.
  public var covariance: Double? {
    let weights = total.value
    guard weights != 0 else { return nil }
    let shift = (xMoments.first.value / weights) * (yMoments.first.value / weights)
    return product.value / weights - shift
  }

  /// Adds what another histogram of the same axes holds.
  ///
  /// One order of merging always gives the same bytes.
  /// - Parameter other: a histogram with equal edges along x and y.
  /// - Throws: ``HistogramError`` if an axis differs.
  public mutating func merge(_ other: Histogram2D) throws(HistogramError) {
    guard xAxis == other.xAxis else { throw HistogramError.differentAxes(xAxis, other.xAxis) }
    guard yAxis == other.yAxis else { throw HistogramError.differentAxes(yAxis, other.yAxis) }
    for place in places.indices { places[place].add(other.places[place]) }
    xMoments.add(other.xMoments)
    yMoments.add(other.yMoments)
    product.add(other.product)
    entries += other.entries
    undefinedEntries += other.undefinedEntries
  }

  /// Multiplies all weights by a number; the counts of entries stay.
  /// - Parameter factor: the number, finite.
  public mutating func scale(by factor: Double) {
    precondition(factor.isFinite, "a factor that is not finite")
    for place in places.indices { places[place].scale(by: factor) }
    xMoments.scale(by: factor)
    yMoments.scale(by: factor)
    product.scale(by: factor)
  }
}
