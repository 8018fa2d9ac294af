// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// What the shower of an electron looks like in a calorimeter: the share of each cell and that of the
/// preshower, their means and rms, at some energies.
///
/// Shares that lie between two energies are interpolated in the logarithm of the energy.
package struct ElectronTemplate: Sendable {
  /// What showers of one energy look like.
  package struct Shape: Hashable, Sendable {
    /// The energy in GeV.
    package let energy: Double
    /// The mean share of each cell, then that of the preshower.
    package let mean: [Double]
    /// The rms of each share.
    package let rms: [Double]

    /// A shape by its numbers.
    package init(energy: Double, mean: [Double], rms: [Double]) {
      self.energy = energy
      self.mean = mean
      self.rms = rms
    }

    /// The shape of a sample of showers.
    /// - Parameters:
    ///   - energy: their energy in GeV.
    ///   - shares: the shares of each shower, all of one length; at least two showers.
    package init?(energy: Double, of shares: [[Double]]) {
      guard let first = shares.first, shares.count > 1 else { return nil }
      let count = Double(shares.count)
      var mean = [Double](repeating: 0, count: first.count)
      var rms = mean
      for row in shares { for index in mean.indices { mean[index] += row[index] / count } }
      for row in shares {
        for index in mean.indices {
          let distance = row[index] - mean[index]
          rms[index] += distance * distance / (count - 1)
        }
      }
      self.init(energy: energy, mean: mean, rms: rms.map { $0.squareRoot() })
    }
  }

  /// The shapes, by rising energy.
  package let shapes: [Shape]

  /// A template from shapes in any order; nil where there is none.
  package init?(_ shapes: [Shape]) {
    guard !shapes.isEmpty else { return nil }
    self.shapes = shapes.sorted { $0.energy < $1.energy }
  }

  /// A share that differs by less than this from its mean says nothing: 10 MeV of 100 GeV.
  static let floor = 1e-4

  /// The chi-square per share of shares against an electron of an energy in GeV, above zero.
  ///
  ///     chi2 = 1/n Sum_i (s_i - m_i)^2 / (r_i^2 + v_i / E^2 + f^2)
  ///
  /// s: shares; m, r: mean and rms of the template; v: variance of what is read out of the cell in
  /// GeV^2; f = 0.0001. Shares are correlated, so that it is no chi-square of n degrees of freedom: what
  /// is normal for it is found from electrons.
  package func chiSquare(
    _ shares: UnsafeBufferPointer<Double>, energy: Double, variance: (Double) -> Double
  ) -> Double {
    let (low, high, weight) = bracket(energy)
    var sum = 0.0
    for index in shares.indices {
      let mean = (1 - weight) * low.mean[index] + weight * high.mean[index]
      let rms = (1 - weight) * low.rms[index] + weight * high.rms[index]
      let distance = shares[index] - mean
      let spread =
        rms * rms + variance(mean * energy) / (energy * energy) + Self.floor * Self.floor
      sum += distance * distance / spread
    }
    return sum / Double(shares.count)
  }

  /// The shapes below and above an energy, and how near it is to the upper one.
  private func bracket(_ energy: Double) -> (Shape, Shape, Double) {
    var upper = 0
    while upper < shapes.count - 1, shapes[upper].energy < energy { upper += 1 }
    let lower = max(0, upper - 1)
    let (low, high) = (shapes[lower], shapes[upper])
    guard high.energy > low.energy else { return (low, high, 0) }
    let weight = log(energy / low.energy) / log(high.energy / low.energy)
    return (low, high, min(max(weight, 0), 1))
  }
}
