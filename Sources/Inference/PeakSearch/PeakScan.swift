// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// Looks for a peak at many places of a spectrum.
package struct PeakScan: Sendable {
  /// A place and the resolution there.
  package struct Stop: Hashable, Sendable {
    /// The place of the peak.
    package let place: Double

    /// The standard deviation of the peak.
    package let resolution: Double

    /// Joins both.
    package init(_ place: Double, resolution: Double) {
      self.place = place
      self.resolution = resolution
    }
  }

  /// How to look.
  package let search: any PeakSearch

  /// Where to look, in ascending order.
  package let stops: [Stop]

  /// Joins a search and its places; steps of the resolution or less do not miss a crossing.
  package init(_ search: any PeakSearch, at stops: [Stop]) {
    self.search = search
    self.stops = stops.sorted { $0.place < $1.place }
  }

  /// Tests every place.
  package func tests(
    of spectrum: PeakSpectrum, at level: ConfidenceLevel = .ninety
  ) throws(InferenceError) -> [PeakTest] {
    var tests: [PeakTest] = []
    for stop in stops {
      tests.append(
        try search.test(stop.place, resolution: stop.resolution, in: spectrum, at: level))
    }
    return tests
  }

  /// The local significances of every place, one-sided.
  package func significances(of spectrum: PeakSpectrum) throws(InferenceError) -> [Double] {
    var result: [Double] = []
    for stop in stops {
      result.append(
        try search.significance(stop.place, resolution: stop.resolution, in: spectrum))
    }
    return result
  }

  /// The probability that background alone is as odd somewhere in the scan.
  package struct Global: Hashable, Sendable {
    /// The largest local significance, one-sided.
    package let largest: Double

    /// From the up-crossings of a low level, extrapolated; nil if nothing exceeds the level.
    package let extrapolated: PValue?

    /// The toys: the plain fraction of scans as odd, and their mean up-crossings.
    package let toys: ScanToys
  }

  /// Compares the largest local significance with scans of toys of background alone.
  /// - Parameters:
  ///   - spectrum: the events.
  ///   - degree: the degree of the polynomial that describes the whole spectrum for the toys.
  ///   - toys: the number of toys.
  ///   - seed: the seed of the run.
  ///   - level: the level whose up-crossings are counted.
  /// - Returns: both global p-values.
  /// - Throws: ``InferenceError`` where a place cannot be tested.
  package func global(
    of spectrum: PeakSpectrum, degree: Int, toys: Int, seed: UInt64, level: Double = 0.5
  ) throws(InferenceError) -> Global {
    let largest = try significances(of: spectrum).max() ?? -.infinity
    let source = BackgroundToys(spectrum, degree: degree)
    var tally = ScanToys(level: level, observed: largest)
    tally.make(0..<max(1, toys), seed: seed) { stream in
      let toy = source.draw(&stream)
      // The places were tested on the data already, so that only numerics could fail here.
      return (try? significances(of: PeakSpectrum(toy, in: spectrum.range))) ?? []
    }
    var extrapolated: PValue?
    if largest >= level, largest.isFinite {
      extrapolated = try LookElsewhere.global(
        deviations: largest, crossings: tally.meanCrossings.value, at: level)
    }
    return Global(largest: largest, extrapolated: extrapolated, toys: tally)
  }
}

/// Draws spectra of background alone from a polynomial fitted to a whole spectrum.
struct BackgroundToys: Sendable {
  private let basis: BernsteinBasis
  private let means: [Double]

  init(_ spectrum: PeakSpectrum, degree: Int) {
    basis = BernsteinBasis(
      lower: spectrum.range.lowerBound, upper: spectrum.range.upperBound, degree: degree)
    let totals = basis.integrals(from: basis.lower, to: basis.upper)
    var intensity = LinearIntensity(totals: totals)
    for event in spectrum.values { intensity.append(row: basis.values(at: event)) }
    let density = max(1, Double(spectrum.values.count)) / (basis.upper - basis.lower)
    let fit = intensity.fit(from: totals.map { _ in density })
    means = zip(totals, fit.point).map(*)
  }

  /// Draws one spectrum.
  ///
  /// The k-th Bernstein polynomial of degree d is the density of the k-th smallest, from zero, of
  /// d + 1 uniform numbers.
  func draw(_ stream: inout RandomStream) -> [Double] {
    var events: [Double] = []
    for (component, mean) in means.enumerated() {
      for _ in 0..<stream.poisson(mean: mean) {
        let uniforms = (0...basis.degree).map { _ in stream.uniform() }.sorted()
        events.append(basis.lower + (basis.upper - basis.lower) * uniforms[component])
      }
    }
    return events
  }
}
