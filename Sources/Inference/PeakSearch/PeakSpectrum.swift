// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Events of a spectrum, such as missing masses, within a range.
package struct PeakSpectrum: Hashable, Sendable {
  /// The values in ascending order.
  package let values: [Double]

  /// The range that was recorded.
  package let range: ClosedRange<Double>

  /// Sorts events; those outside the range are left out.
  /// - Parameters:
  ///   - values: one finite number for each event.
  ///   - range: the range that was recorded, wider than nothing.
  /// - Throws: ``InferenceError`` for an empty range or an event that is not finite.
  package init(_ values: [Double], in range: ClosedRange<Double>) throws(InferenceError) {
    guard range.lowerBound < range.upperBound, (range.upperBound - range.lowerBound).isFinite else {
      throw InferenceError(
        .invalidInput, "invalid range \(range.lowerBound) to \(range.upperBound)",
        because: "a spectrum needs a finite width")
    }
    guard values.allSatisfy(\.isFinite) else {
      throw InferenceError(
        .invalidInput, "an event is not finite", because: "it has no place in a spectrum")
    }
    self.values = values.filter(range.contains).sorted()
    self.range = range
  }

  /// The events from one place up to another, the second not included.
  func events(from start: Double, to end: Double) -> ArraySlice<Double> {
    let first = firstIndex(atOrAbove: start)
    return values[first..<max(first, firstIndex(atOrAbove: end))]
  }

  private func firstIndex(atOrAbove place: Double) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
