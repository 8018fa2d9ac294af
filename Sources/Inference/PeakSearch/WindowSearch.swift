// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// Counts the events in a window around the place of a peak, over a background from sidebands.
///
/// A Gaussian peak leaves the fraction erf(w / sqrt 2) in a window of w standard deviations to both
/// sides. Limits come from any method for one count; the limits of background alone are those
/// for the quantiles of the count, since a limit rises with it.
///
/// - Source: NA62:2020mcv, section 4
package struct WindowSearch: PeakSearch {
  /// What is looked at.
  package let region: PeakRegion

  /// The method of the limits.
  package let method: any LimitMethod

  /// Joins a region and a method.
  package init(_ region: PeakRegion = .missingMass, method: any LimitMethod = CLsLimit()) {
    self.region = region
    self.method = method
  }

  package func test(
    _ place: Double, resolution: Double, in spectrum: PeakSpectrum, at level: ConfidenceLevel
  ) throws(InferenceError) -> PeakTest {
    let model = try model(place, resolution: resolution, in: spectrum)
    let bin = model.bins[0]
    let interval = try method.interval(for: model, at: level)
    var expected: [Double] = []
    for count in countQuantiles(of: model) {
      expected.append(try method.interval(for: model.observing([count]), at: level).upper)
    }
    let excess = Double(bin.observed) - bin.background.value
    return PeakTest(
      place: place, background: bin.background, observed: bin.observed,
      bestSignal: max(0, excess / bin.efficiency.value), local: try ExcessTest.pValue(of: model),
      method: method.name, confidenceLevel: level, limit: interval.upper, expected: expected,
      warnings: interval.warnings
        + (bin.background.value > 0
          ? [] : ["no events in the sidebands: the background was taken as zero"]))
  }

  package func significance(
    _ place: Double, resolution: Double, in spectrum: PeakSpectrum
  ) throws(InferenceError) -> Double {
    try ExcessTest.pValue(of: model(place, resolution: resolution, in: spectrum)).oneSided
  }

  /// The count in the window, with background and efficiency.
  func model(
    _ place: Double, resolution: Double, in spectrum: PeakSpectrum
  ) throws(InferenceError) -> CountingModel {
    try check(place, resolution: resolution, in: spectrum)
    let reach = region.window * resolution
    let fit = SidebandFit(region, around: place, resolution: resolution, in: spectrum)
    let count = spectrum.events(from: place - reach, to: place + reach).count
    let background = try UncertainValue(
      fit.value, error: fit.value > 0 ? fit.error : 0, shape: .gauss, name: "background")
    return try CountingModel(
      observed: Double(count), background: background,
      efficiency: UncertainValue(erf(region.window * 0.5.squareRoot()), name: "window fraction"))
  }

  /// The smallest counts that background alone does not exceed with the probabilities of the bands.
  private func countQuantiles(of model: CountingModel) -> [Int] {
    let capacity = model.practicallyLargestCount(in: model.bins[0], signal: 0)
    let probabilities = AveragedModel(model, capacities: [capacity])
      .backgroundTotals(upTo: capacity)
    return SignalTest.bands.map { band in
      let wanted = NormalDistribution().cumulative(at: band)
      var sum = 0.0
      for (count, probability) in probabilities.enumerated() {
        sum += probability
        if sum >= wanted { return count }
      }
      return capacity
    }
  }
}
