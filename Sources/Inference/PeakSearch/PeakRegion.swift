// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What is looked at around the place of a peak: the window and the sidebands.
package struct PeakRegion: Hashable, Sendable {
  /// Half the width of the window, in standard deviations of the resolution.
  package let window: Double

  /// Half the width of window and sidebands together, in the same unit.
  package let sidebands: Double

  /// The degree of the polynomial of the background.
  package let degree: Int

  /// The region of the missing-mass searches: a window of 1.5 within sidebands to 11.25 standard
  /// deviations, and a parabola.
  ///
  /// - Source: NA62:2020mcv, section 4
  package static let missingMass = PeakRegion(sound: 1.5, 11.25, 2)

  /// Checks a region.
  package init(window: Double, sidebands: Double, degree: Int) throws(InferenceError) {
    guard window > 0, sidebands > window, sidebands.isFinite else {
      throw InferenceError(
        .invalidInput, "invalid window=\(window) in sidebands=\(sidebands)",
        because: "the sidebands lie around the window")
    }
    guard (0...8).contains(degree) else {
      throw InferenceError(
        .invalidInput, "invalid degree=\(degree)", because: "degrees from 0 to 8 are fitted")
    }
    self.init(sound: window, sidebands, degree)
  }

  private init(sound window: Double, _ sidebands: Double, _ degree: Int) {
    self.window = window
    self.sidebands = sidebands
    self.degree = degree
  }
}
