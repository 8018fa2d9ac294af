// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What a search says about a peak at one place.
package struct PeakTest: Hashable, Sendable {
  /// The place of the peak.
  package let place: Double

  /// The background in the window, with its error.
  package let background: UncertainValue

  /// The events in the window.
  package let observed: Int

  /// The best number of signal events, in and outside the window; zero or above.
  package let bestSignal: Double

  /// The local p-value of background alone.
  package let local: PValue

  /// The name of the method of the limits.
  package let method: String

  /// The confidence level of the limits.
  package let confidenceLevel: ConfidenceLevel

  /// The upper limit on the number of signal events, in and outside the window.
  package let limit: Double

  /// The limits of background alone at -2, -1, 0, 1 and 2 standard deviations.
  package let expected: [Double]

  /// Why the numbers should not be trusted; empty if all is well.
  package let warnings: [String]
}

/// A way to look for a peak of known shape at a place.
package protocol PeakSearch: Sendable {
  /// Tests a place.
  /// - Parameters:
  ///   - place: the place of the peak, within the range of the spectrum.
  ///   - resolution: the standard deviation of the Gaussian peak, above zero.
  ///   - spectrum: the events.
  ///   - level: the confidence level of the limits.
  /// - Returns: the local p-value and the limits.
  /// - Throws: ``InferenceError`` where the place cannot be tested.
  func test(
    _ place: Double, resolution: Double, in spectrum: PeakSpectrum, at level: ConfidenceLevel
  ) throws(InferenceError) -> PeakTest

  /// The local significance alone, one-sided; cheaper than a whole test.
  func significance(
    _ place: Double, resolution: Double, in spectrum: PeakSpectrum
  ) throws(InferenceError) -> Double
}

extension PeakSearch {
  /// Refuses places and resolutions that make no sense.
  func check(
    _ place: Double, resolution: Double, in spectrum: PeakSpectrum
  ) throws(InferenceError) {
    guard spectrum.range.contains(place) else {
      throw InferenceError(
        .invalidInput, "no place \(place) in the spectrum",
        because: "it goes from \(spectrum.range.lowerBound) to \(spectrum.range.upperBound)")
    }
    guard resolution > 0, resolution.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid resolution=\(resolution)", because: "must be above zero")
    }
  }
}
