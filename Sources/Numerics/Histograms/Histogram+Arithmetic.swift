// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension Histogram {
  /// Adds what another histogram of the same axis holds.
  ///
  /// Contents, squares, moments and counts add up. Rounding depends on the order of merging by no
  /// more than the last digits; one order always gives the same bytes.
  /// - Parameter other: a histogram with equal edges.
  /// - Throws: ``HistogramError`` if the axes differ.
  public mutating func merge(_ other: Histogram) throws(HistogramError) {
    guard axis == other.axis else {
      throw HistogramError.differentAxes(axis, other.axis)
    }
    for place in places.indices { places[place].add(other.places[place]) }
    moments.add(other.moments)
    entries += other.entries
    undefinedEntries += other.undefinedEntries
  }

  /// Multiplies all weights by a number; the counts of entries stay.
  /// - Parameter factor: the number, finite.
  public mutating func scale(by factor: Double) {
    precondition(factor.isFinite, "a factor that is not finite")
    for place in places.indices { places[place].scale(by: factor) }
    moments.scale(by: factor)
  }
}

extension HistogramError {
  /// Two axes that should have been equal.
  static func differentAxes(_ first: HistogramAxis, _ second: HistogramAxis) -> HistogramError {
    func text(_ axis: HistogramAxis) -> String {
      "\(axis.count) \(axis.spacing) bins from \(axis.low) to \(axis.high)"
    }
    return HistogramError(
      problem: "histograms of different axes",
      reason: "\(text(first)) against \(text(second))",
      suggestion: "merge histograms made from one axis")
  }
}
