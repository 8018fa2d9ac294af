// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension ElectronTemplate {
  /// Running means and variances over showers of one energy, from which a shape is made.
  package struct Sample: Sendable {
    /// The energy of the showers in GeV.
    package let energy: Double
    /// How many showers were taken.
    package private(set) var count = 0
    private var mean: [Double] = []
    private var deviations: [Double] = []
    private var squares: [Double] = []

    /// A sample without showers.
    package init(energy: Double) { self.energy = energy }

    /// Takes a shower.
    /// - Parameters:
    ///   - shares: its shares, as many for each shower.
    ///   - own: for each share, the sum of squares of the shares of the channels that add up to it.
    package mutating func add(_ shares: [Double], squares own: [Double]) {
      if count == 0 {
        mean = [Double](repeating: 0, count: shares.count)
        deviations = mean
        squares = mean
      }
      count += 1
      for index in shares.indices {
        let distance = shares[index] - mean[index]
        mean[index] += distance / Double(count)
        deviations[index] += distance * (shares[index] - mean[index])
        squares[index] += (own[index] - squares[index]) / Double(count)
      }
    }

    /// The shape of the showers; nil for less than two.
    package var shape: Shape? {
      guard count > 1 else { return nil }
      let rms = deviations.map { ($0 / Double(count - 1)).squareRoot() }
      return Shape(energy: energy, mean: mean, rms: rms, squares: squares)
    }
  }
}
