// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

extension Process {
  /// The cross section with x in a range, as the integral of the spectrum.
  ///
  /// It is taken in y of `EmissionCoordinate` with the scales of the range itself, relative error 1e-5;
  /// a process whose total is cheaper answers by itself.
  package func total(
    at energy: Double, shares: ClosedRange<Double>
  ) throws(ProductionError) -> Estimate {
    guard let whole = range(of: .energyFraction, at: energy) else {
      guard energy > threshold else { return Estimate(value: 0, error: 0) }
      throw ProductionError(
        "no cut on x for \(Self.name)", because: "it has no spectrum in x",
        try: "leave the cut out")
    }
    if shares.lowerBound <= whole.lowerBound, shares.upperBound >= whole.upperBound {
      return try total(at: energy)
    }
    guard shares.overlaps(whole) else { return Estimate(value: 0, error: 0) }
    let inside = shares.clamped(to: whole)
    let coordinate = EmissionCoordinate(
      range: whole, lowScale: whole.lowerBound, highScale: max(0, 1 - whole.upperBound))
    return try ProductionError.integrating("cross section with a cut on x at \(energy) GeV") {
      try AdaptiveGaussKronrod(relativeError: 1e-5).integrate(
        from: coordinate.position(of: inside.lowerBound),
        to: coordinate.position(of: inside.upperBound)
      ) { position throws in
        let point = coordinate.point(at: position)
        let density = try differential(in: .energyFraction, at: point.x, energy: energy)
        return density.value * point.slope
      }
    }
  }
}
