// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Numerics

/// Spectra of a falling background with a peak.
enum PeakFixture {
  /// Events from 0 to 100: a straight fall to half, and a peak at 40 with a deviation of one.
  static func spectrum(
    background: Int, signal: Int, event: Int = 0
  ) throws -> PeakSpectrum {
    var stream = RandomStream(seed: 5, name: "spectrum", event: event)
    var values: [Double] = []
    while values.count < background {
      let x = 100 * stream.uniform()
      if stream.uniform() < 1 - 0.005 * x { values.append(x) }
    }
    for _ in 0..<signal { values.append(40 + stream.normal()) }
    return try PeakSpectrum(values, in: 0...100)
  }

  /// The true background within 1.5 of the peak's place.
  static func windowBackground(of total: Int) -> Double {
    Double(total) * 3 * (1 - 0.005 * 40) / 75
  }
}
