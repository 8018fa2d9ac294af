// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A weighted histogram along one axis.
///
///     var energies = Histogram(try .logarithmic(bins: 60, from: 1e-3, to: 100))
///     energies.fill(2.5, weight: 0.1)
///
/// Filling allocates nothing. Histograms filled in parts and merged in one order give the same
/// bytes however many threads filled them.
public struct Histogram: Hashable, Sendable {
  /// The bins.
  public let axis: HistogramAxis

  /// Underflow, the bins, overflow.
  var places: [BinContent]

  /// The sums of x over the fills within the axis.
  var moments: Moments

  /// How often something was filled, in any bin, underflow or overflow.
  public internal(set) var entries = 0

  /// How often ``fill(_:weight:)`` met a value NaN or a weight that is not finite.
  ///
  /// Such a fill counts here and nowhere else.
  public internal(set) var undefinedEntries = 0

  /// Makes an empty histogram.
  /// - Parameter axis: its bins.
  public init(_ axis: HistogramAxis) {
    self.axis = axis
    places = [BinContent](repeating: BinContent(), count: axis.count + 2)
    moments = Moments(of: axis)
  }

  /// Fills a value.
  /// - Parameters:
  ///   - x: the value; infinities go to underflow and overflow.
  ///   - weight: its weight, of either sign.
  public mutating func fill(_ x: Double, weight: Double = 1) {
    guard let place = axis.place(of: x), weight.isFinite else {
      undefinedEntries += 1
      return
    }
    entries += 1
    places[place].add(weight)
    if place > 0, place <= axis.count { moments.add(x, weight) }
  }

  /// The content of a bin.
  /// - Parameter bin: from 0 to `axis.count` - 1.
  public subscript(bin: Int) -> BinContent {
    precondition(bin >= 0 && bin < axis.count, "a bin outside the axis")
    return places[bin + 1]
  }

  /// What lies below the axis.
  public var underflow: BinContent { places[0] }

  /// What lies at the last edge or above it.
  public var overflow: BinContent { places[axis.count + 1] }

  /// The content of all bins, without underflow and overflow.
  public var total: BinContent {
    var total = BinContent()
    for bin in 0..<axis.count { total.add(self[bin]) }
    return total
  }

  /// The number of unit weights with the same relative error: (sum w)^2 / sum w^2.
  ///
  /// Within the axis; 0 for an empty histogram.
  /// - Source: Kish1965survey, section 11.7 (effective sample size)
  public var effectiveEntries: Double {
    let total = total
    return total.squaredWeights == 0 ? 0 : total.value * total.value / total.squaredWeights
  }

  /// The weighted mean of the values filled within the axis, not of bin centres.
  ///
  /// Nil if the weights add up to zero.
  public var mean: Double? { moments.mean(weights: total.value) }

  /// The weighted standard deviation about the mean of the values filled within the axis.
  ///
  /// It is sqrt(sum w x^2 / sum w - mean^2); nil if that is undefined.
  public var rms: Double? { moments.rms(weights: total.value) }

  /// The statistical error of the mean: rms / sqrt(effective entries); nil without entries.
  public var meanError: Double? {
    guard let rms, effectiveEntries > 0 else { return nil }
    return rms / effectiveEntries.squareRoot()
  }
}
