// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The background in a window, from a polynomial fitted to the events of the sidebands.
///
/// The error is that of the fit and, in quadrature, the change when the polynomial has one degree
/// more.
///
/// - Source: NA62:2020mcv, section 4 (method); Barlow1990extended (unbinned fit)
struct SidebandFit {
  /// The background in the window, in events.
  let value: Double

  /// Its error from the number of sideband events.
  let statisticalError: Double

  /// Its error from the choice of the polynomial.
  let modelError: Double

  /// Both errors in quadrature.
  var error: Double { hypot(statisticalError, modelError) }

  init(_ region: PeakRegion, around place: Double, resolution: Double, in spectrum: PeakSpectrum) {
    let reach = region.sidebands * resolution
    let lower = max(spectrum.range.lowerBound, place - reach)
    let upper = min(spectrum.range.upperBound, place + reach)
    let window = (
      max(lower, place - region.window * resolution), min(upper, place + region.window * resolution)
    )
    func estimate(_ degree: Int) -> (value: Double, error: Double) {
      let basis = BernsteinBasis(lower: lower, upper: upper, degree: degree)
      let inside = basis.integrals(from: window.0, to: window.1)
      let totals = zip(basis.integrals(from: lower, to: upper), inside).map(-)
      var intensity = LinearIntensity(totals: totals)
      for part in [(lower, window.0), (window.1, upper)] {
        for event in spectrum.events(from: part.0, to: part.1) {
          intensity.append(row: basis.values(at: event))
        }
      }
      let events = Double(intensity.counts.count)
      guard events > 0 else { return (0, 0) }
      let start = [Double](repeating: events / totals.reduce(0, +), count: basis.count)
      let minimum = intensity.fit(from: start)
      let value = zip(inside, minimum.point).reduce(0) { $0 + $1.0 * $1.1 }
      // The variance of a sum with weights w is w H^-1 w, over coefficients that are not at zero.
      let free = minimum.point.indices.filter { minimum.point[$0] > 0 }
      var slope = minimum.expansion
      slope.gradient = inside.map { -$0 }
      var system = NewtonSystem(count: basis.count)
      let variance = system.solve(slope, free: free, damping: 0) ? system.decrement : events
      return (value, variance.squareRoot())
    }
    let own = estimate(region.degree)
    value = own.value
    statisticalError = own.error
    modelError = abs(estimate(region.degree + 1).value - own.value)
  }
}
