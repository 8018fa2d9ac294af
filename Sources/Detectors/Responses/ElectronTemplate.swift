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

    /// The mean sum of squares of the shares of the channels that add up to each share.
    package let squares: [Double]

    /// A shape by its numbers.
    package init(energy: Double, mean: [Double], rms: [Double], squares: [Double]) {
      self.energy = energy
      self.mean = mean
      self.rms = rms
      self.squares = squares
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
  ///     chi2 = 1/n Sum_i (s_i - m_i)^2 / (r_i^2 + w_i / E^2 + f^2)
  ///     w_i = v_i (1 - 2 m_i) + m_i^2 v
  ///
  /// s: shares; m, r: mean and rms of the template; w: what the readout adds, to first order; v_i, v:
  /// variance in GeV^2 of what is read out for a share and in all; f = 0.0001. Shares are correlated, so
  /// that it is no chi-square of n degrees of freedom: what is normal for it is found from electrons.
  /// - Parameters:
  ///   - shares: the shares: those of the cells, then that of the preshower.
  ///   - energy: the energy in GeV.
  ///   - readout: how a cell of a section is read.
  ///   - sections: how many sections each cell is read in.
  /// - Returns: the mean of the terms.
  package func chiSquare(
    _ shares: UnsafeBufferPointer<Double>, energy: Double, readout: Readout, sections: Int
  ) -> Double {
    let (low, high, weight) = bracket(energy)
    func between(_ below: [Double], _ above: [Double], _ index: Int) -> Double {
      (1 - weight) * below[index] + weight * above[index]
    }
    let square = energy * energy
    let cells = shares.count - 1
    let squares = (0..<cells).reduce(0) { $0 + between(low.squares, high.squares, $1) }
    let whole = readout.variance(of: energy, squares: square * squares, cells: sections * cells)
    var sum = 0.0
    for index in shares.indices {
      let mean = between(low.mean, high.mean, index)
      let rms = between(low.rms, high.rms, index)
      // A cell is read in each section; the preshower is the sum of all cells of one.
      let own = readout.variance(
        of: mean * energy, squares: square * between(low.squares, high.squares, index),
        cells: index < cells ? sections : cells)
      let readings = max(0, own * (1 - 2 * mean) + mean * mean * whole) / square
      let distance = shares[index] - mean
      sum += distance * distance / (rms * rms + readings + Self.floor * Self.floor)
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
