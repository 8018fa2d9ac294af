// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Numerics
import Production

extension CrossSectionRequest {
  /// The spectrum at a point, if one is asked for; the mean over all atoms of a compound.
  func spectrum(
    _ method: CrossSectionMethod, mass: Double, energy: Double
  ) throws(ProductionError) -> [CrossSectionPoint.SpectrumPoint] {
    guard let spectrum else { return [] }
    var processes: [(process: any Process, share: Double)] = []
    var whole: ClosedRange<Double>?
    for (component, share) in zip(target.composition.components, target.composition.atomFractions) {
      let process = try process(method, mass: mass, on: component.element, content)
      processes.append((process, share))
      guard let range = process.range(of: spectrum.variable, at: energy) else { continue }
      whole =
        whole.map {
          min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound)
        } ?? range
    }
    guard var range = whole else { return [] }
    if let shares {
      guard shares.overlaps(range) else { return [] }
      range = range.clamped(to: shares)
    }
    var points: [CrossSectionPoint.SpectrumPoint] = []
    for place in places(range, mass: mass, energy: energy) {
      var density = Estimate(value: 0, error: 0)
      for (process, share) in processes {
        density =
          try density + share
          * process.differential(in: spectrum.variable, at: place, energy: energy)
      }
      points.append(CrossSectionPoint.SpectrumPoint(place: place, density: density))
    }
    return points
  }

  /// Where a spectrum is computed: shares of the energy closer to each other at both ends, angles at
  /// equal ratios from far below the typical one.
  private func places(
    _ range: ClosedRange<Double>, mass: Double, energy: Double
  ) -> [Double] {
    guard let spectrum else { return [] }
    let count = spectrum.points
    let (low, high) = (range.lowerBound, range.upperBound)
    switch spectrum.variable {
    case .energyFraction:
      return (0..<count).map { index in
        let sine = sin(0.5 * .pi * (Double(index) + 0.5) / Double(count))
        return low + (high - low) * sine * sine
      }
    case .angle:
      let leptonMass = world.leptonMasses[channel == .brems ? projectile.lepton : .electron]
      let typical =
        channel == .primakoff
        ? mass * mass / (2 * energy * energy) : hypot(mass, leptonMass) / energy
      let start = min(max(low, 1e-2 * typical), 0.5 * high)
      return (0..<count).map { index in
        // The far end belongs to other angles or is an edge; stay within.
        start * exp(log(high / start) * Double(index) / Double(count))
      }
    }
  }
}
