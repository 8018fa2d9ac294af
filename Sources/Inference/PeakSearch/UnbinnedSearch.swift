// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// Fits a Gaussian peak over a polynomial to every event near a place.
///
/// The statistics are those of the profile likelihood with a signal of zero or above, with their
/// large-sample distributions. The data expected of background alone are counts in narrow cells.
///
/// - Source: Cowan:2010js, equations 12, 16, 52 and 62 to 66; Barlow1990extended, equation 5
package struct UnbinnedSearch: PeakSearch {
  /// What is looked at.
  package let region: PeakRegion

  /// So many cells hold the expected data; with 400 they are 1/18 standard deviations wide.
  private static let cells = 400

  /// Makes a search.
  package init(_ region: PeakRegion = .missingMass) { self.region = region }

  package func test(
    _ place: Double, resolution: Double, in spectrum: PeakSpectrum, at level: ConfidenceLevel
  ) throws(InferenceError) -> PeakTest {
    try check(place, resolution: resolution, in: spectrum)
    let peak = Peak(region, place, resolution, spectrum)
    let data = peak.data(spectrum)
    let best = data.fit(from: peak.start(data))
    let none = data.fit(from: peak.start(data), signal: 0)
    let expected = peak.expectedData(none.point, cells: Self.cells)
    let floor = expected.fit(from: peak.start(data), signal: 0).expansion.value
    func expectedStatistic(_ signal: Double) -> Double {
      max(0, 2 * (expected.fit(from: best.point, signal: signal).expansion.value - floor))
    }
    let inversion = AsymptoticInversion(
      level: level, bestSignal: best.point[0],
      twoDeviations: 3 + 2 * peak.windowBackground(none.point).squareRoot())
    let limit = try inversion.observed { signal in
      let fit = data.fit(from: best.point, signal: signal)
      return SignalTest(
        strength: signal, statistic: max(0, 2 * (fit.expansion.value - best.expansion.value)),
        expectedStatistic: expectedStatistic(signal)
      ).ratio
    }
    let statistic = max(0, 2 * (none.expansion.value - best.expansion.value))
    let background = peak.windowBackground(none.point)
    let observed = spectrum.events(from: peak.window.lowerBound, to: peak.window.upperBound).count
    let fewest = AsymptoticCLsLimit.fewestEvents
    return PeakTest(
      place: place, background: try UncertainValue(background, name: "background"),
      observed: observed, bestSignal: best.point[0],
      local: try PValue(
        NormalDistribution().upperTail(at: statistic.squareRoot()), test: "q0, asymptotic"),
      method: "cls-asymptotic", confidenceLevel: level, limit: limit,
      expected: try inversion.expected { expectedStatistic($0) },
      warnings: min(background, Double(observed)) < fewest
        ? [
          "the large-sample formulas do not hold: fewer than \(Int(fewest)) events in the window; "
            + "count them instead"
        ] : [])
  }

  package func significance(
    _ place: Double, resolution: Double, in spectrum: PeakSpectrum
  ) throws(InferenceError) -> Double {
    try check(place, resolution: resolution, in: spectrum)
    let peak = Peak(region, place, resolution, spectrum)
    let data = peak.data(spectrum)
    let best = data.fit(from: peak.start(data))
    let none = data.fit(from: peak.start(data), signal: 0)
    return max(0, 2 * (none.expansion.value - best.expansion.value)).squareRoot()
  }
}

/// A Gaussian peak over a polynomial, as a density that is linear in signal and coefficients.
private struct Peak {
  let normal: (mean: Double, deviation: Double)
  let basis: BernsteinBasis
  let window: ClosedRange<Double>

  init(_ region: PeakRegion, _ place: Double, _ resolution: Double, _ spectrum: PeakSpectrum) {
    normal = (place, resolution)
    func side(_ deviations: Double) -> Double {
      max(
        spectrum.range.lowerBound, min(spectrum.range.upperBound, place + deviations * resolution))
    }
    basis = BernsteinBasis(
      lower: side(-region.sidebands), upper: side(region.sidebands), degree: region.degree)
    window = side(-region.window)...side(region.window)
  }

  /// The events near the place.
  func data(_ spectrum: PeakSpectrum) -> LinearIntensity {
    var intensity = LinearIntensity(totals: integrals(from: basis.lower, to: basis.upper))
    for event in spectrum.events(from: basis.lower, to: basis.upper) {
      let z = (event - normal.mean) / normal.deviation
      let density = exp(-0.5 * z * z) / (normal.deviation * (2 * .pi).squareRoot())
      intensity.append(row: [density] + basis.values(at: event))
    }
    return intensity
  }

  /// The counts that parameters expect in narrow cells.
  func expectedData(_ parameters: [Double], cells: Int) -> LinearIntensity {
    var intensity = LinearIntensity(totals: integrals(from: basis.lower, to: basis.upper))
    let width = (basis.upper - basis.lower) / Double(cells)
    for cell in 0..<cells {
      let start = basis.lower + Double(cell) * width
      let row = integrals(from: start, to: start + width)
      intensity.append(row: row, count: zip(row, parameters).reduce(0) { $0 + $1.0 * $1.1 })
    }
    return intensity
  }

  /// A flat background of as many events as there are, and a little signal.
  func start(_ data: LinearIntensity) -> [Double] {
    let events = max(1, data.counts.reduce(0, +))
    let density = events / (basis.upper - basis.lower)
    return [0.01 * events] + [Double](repeating: density, count: basis.count)
  }

  /// The background in the window.
  func windowBackground(_ parameters: [Double]) -> Double {
    let integrals = basis.integrals(from: window.lowerBound, to: window.upperBound)
    return zip(integrals, parameters.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The part of the signal and the integrals of the polynomials between two places.
  private func integrals(from start: Double, to end: Double) -> [Double] {
    func cumulative(_ x: Double) -> Double {
      0.5 * erf((x - normal.mean) / normal.deviation * 0.5.squareRoot())
    }
    return [cumulative(end) - cumulative(start)] + basis.integrals(from: start, to: end)
  }
}
