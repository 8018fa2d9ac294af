// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Numerics
import Production

extension CrossSectionRequest {
  /// The spectrum at a point in some places; the mean over all atoms of a compound.
  func spectrum(
    _ method: CrossSectionMethod, in places: [Double], mass: Double, energy: Double
  ) throws(ProductionError) -> [CrossSectionPoint.SpectrumPoint] {
    guard let spectrum, !places.isEmpty else { return [] }
    var processes: [(process: any Process, share: Double)] = []
    for (component, share) in zip(target.composition.components, target.composition.atomFractions) {
      let process = try process(method, mass: mass, on: component.element, content)
      processes.append((process, share))
    }
    var points: [CrossSectionPoint.SpectrumPoint] = []
    for place in places {
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

  /// Where spectra are computed, the same places for all methods; none where none is asked for.
  ///
  /// They cover what any method and element reaches, within the cut.
  func places(mass: Double, energy: Double) -> [Double] {
    guard let spectrum,
      let range = range(of: spectrum.variable, mass: mass, energy: energy)
    else { return [] }
    guard let shares else { return places(range, mass: mass, energy: energy) }
    guard shares.overlaps(range) else { return [] }
    return places(range.clamped(to: shares), mass: mass, energy: energy)
  }

  /// What any method and element reaches of a variable.
  func range(
    of variable: SpectrumVariable, mass: Double, energy: Double
  ) -> ClosedRange<Double>? {
    var (lows, highs): ([Double], [Double]) = ([], [])
    for method in methods {
      for element in composition {
        guard let process = try? process(method, mass: mass, on: element, content),
          let range = process.range(of: variable, at: energy)
        else { continue }
        lows.append(range.lowerBound)
        // The angle of a constant flux is that of its formula, which has no end.
        highs.append(variable == .angle ? min(range.upperBound, .pi) : range.upperBound)
      }
    }
    guard let low = lows.min(), let high = highs.max() else { return nil }
    return low...high
  }

  /// Shares of the energy closer to each other at both ends, angles at equal ratios from far below
  /// the typical one.
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
      // U doubles at sqrt(m m_l) / E where most X of mass m > m_l are, at 1 - x about m_l / m.
      let typical =
        channel == .primakoff
        ? mass * mass / (2 * energy * energy)
        : max(leptonMass, (mass * leptonMass).squareRoot()) / energy
      let start = min(max(low, 1e-2 * typical), 1e-2 * high)
      return (0..<count).map { index in
        // The far end belongs to other angles or is an edge; stay within.
        start * exp(log(high / start) * Double(index) / Double(count))
      }
    }
  }
}
