// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Numerics

extension ResonantAnnihilation {
  /// The relative error asked of the fold over the motion of the electrons.
  private static let relativeError = 1e-7

  /// The cross section of an atom whose electrons move.
  ///
  /// An electron of momentum q_z = v m along the beam meets a fast positron as one at rest would
  /// meet a positron of energy u E, u = 1 - v, and the flux it sees is u times as large:
  ///
  ///     sigma(E) = integral of J(v) u sigma_rest(u E) dv
  ///
  /// The integral over E is that at rest, for any J: the sum rule of the fold. The electron has the
  /// energy m; its binding and its momentum across the beam, of second order in q / m, are
  /// neglected. Above the resonance, or below it, the wings fall as (k / q_z)^6: where a shell has
  /// to reach v near 1, the density is outside of its validity.
  ///
  /// - Source: AriasAragon2024positrons, the shift of the resonance by the motion of the electron
  func folded(
    over motion: AtomicElectrons, at energy: Double
  ) throws(ProductionError) -> Estimate {
    let lower = restThreshold / energy
    let upper = 1 + motion.largestMomentum
    let peak = AnnihilationEnergy.resonance(mass: boson.mass) / energy
    let ends = breakpoints(motion, peak: peak, from: lower, to: upper, energy: energy)
    let rule = AdaptiveGaussKronrod(relativeError: Self.relativeError)
    // Distances from the peak keep their digits where the peak is narrow.
    func integrand(_ distance: Double) -> Double {
      let u = peak + distance
      return motion.profile(at: 1 - u) * u
        * perElectron(offset: distance * energy, energy: u * energy)
    }
    guard ends.count > 1 else { return Estimate(value: 0, error: 0) }
    do {
      // At the threshold a root or its inverse opens; the square of the parameter flattens both.
      let first = ends[0]
      var sum = try rule.integrate(from: 0, to: (ends[1] - first).squareRoot()) { root in
        2 * root * integrand(first + root * root)
      }
      for (start, end) in zip(ends.dropFirst(), ends.dropFirst(2)) {
        sum = try sum + rule.integrate(from: start, to: end, integrand)
      }
      return sum
    } catch {
      throw ProductionError(
        "no cross section on moving electrons", because: "\(error)",
        try: "leave the electrons at rest")
    }
  }

  /// Where the integral is split: in steps about the peak and about each shell, as distances of u
  /// from the peak.
  private func breakpoints(
    _ motion: AtomicElectrons, peak: Double, from lower: Double, to upper: Double, energy: Double
  ) -> [Double] {
    let first = lower - peak
    let last = upper - peak
    var ends = [first, last, 0, 1 - peak]
    var step = halfWidth / energy
    while step > 0, step < upper {
      ends += [-step, step]
      step *= 8
    }
    for shell in motion.shells {
      for factor in [0.7, 2.5] {
        ends += [1 - peak - factor * shell.momentum, 1 - peak + factor * shell.momentum]
      }
    }
    return ends.filter { (first...last).contains($0) }.sorted()
  }
}
