// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// The squared mass of the lepton pair in chi2 -> l- l+ chi1, in a variable that tames its ends.
///
///     q^2 = Delta^2 - W y^2,  W = Delta^2 - 4 m_l^2,  y from 0 to 1
///
/// so that Delta^2 - q^2 = W y^2, S^2 - q^2 = 4 m1 m2 + W y^2, m_A'^2 - q^2 = G + W y^2 with
/// G = m_A'^2 - Delta^2: nothing cancels, and the spectrum stays finite when the A' comes close to
/// its mass shell.
struct PairMassSpectrum: Hashable, Sendable {
  /// Delta, in GeV.
  let difference: Double
  /// m_l, in GeV.
  let lepton: Double
  /// S^2, in GeV^2.
  let sumSquared: Double
  /// 4 m1 m2, in GeV^2.
  let product: Double
  /// W, in GeV^2.
  let range: Double
  /// G, in GeV^2.
  let gap: Double

  /// Takes masses in GeV of an open decay through a virtual mediator.
  init(heavy: Double, light: Double, lepton: Double, mediator: Double) {
    difference = heavy - light
    self.lepton = lepton
    sumSquared = (heavy + light) * (heavy + light)
    product = 4 * heavy * light
    range = (difference - 2 * lepton) * (difference + 2 * lepton)
    gap = (mediator - difference) * (mediator + difference)
  }

  /// q^2 - 4 m_l^2 = W (1 - y^2).
  private func excess(at y: Double) -> Double { range * (1 - y) * (1 + y) }

  /// q^2 in GeV^2.
  func squaredMass(at y: Double) -> Double { excess(at: y) + 4 * lepton * lepton }

  /// The share of the energy set free that goes into the mass of the pair, (q - 2 m_l) / T.
  func share(at y: Double) -> Double {
    let root = squaredMass(at: y).squareRoot()
    guard root > 0 else { return 0 }
    return min((difference + 2 * lepton) * (1 - y) * (1 + y) / (root + 2 * lepton), 1)
  }

  /// The integrand of the width in q^2, times dq^2/dy = 2 W y, in GeV^3.
  func density(at y: Double) -> Double { rising(at: y) * falling(at: y) }

  /// The factors that grow with y.
  private func rising(at y: Double) -> Double {
    let w = range * y * y
    let pole = gap + w
    let ratio = w / pole
    let root = (product + w).squareRoot()
    return 2 * range * (y / pole.squareRoot()) * root * ratio * ratio.squareRoot()
  }

  /// The factors that fall with y, among them sqrt(1 - k) (2 + k): its slope in k is negative.
  private func falling(at y: Double) -> Double {
    let square = squaredMass(at: y)
    guard square > 0 else { return 2 * sumSquared }
    let k = 4 * lepton * lepton / square
    return (excess(at: y) / square).squareRoot() * (2 + k) * (sumSquared + 2 * square)
  }

  /// The angle of l- in the rest frame of the pair, to its flight.
  ///
  /// The density (S^2 - q^2) / 4 [1 - c^2 + k c^2] + q^2 / 2 + m_l^2.
  func leptonAngle(at y: Double) -> PolarAngleDistribution {
    let square = squaredMass(at: y)
    let slow = 0.25 * (product + range * y * y)
    let velocitySquared = square > 0 ? excess(at: y) / square : 1
    return PolarAngleDistribution(
      constant: slow + 0.5 * square + lepton * lepton, quadratic: -slow * velocitySquared)
  }

  /// A step function that lies above the spectrum: in a cell, what rises at its upper end times
  /// what falls at its lower end.
  func envelope(cells: Int) throws(DistributionError) -> TabulatedDistribution {
    let edges = (0...cells).map { Double($0) / Double(cells) }
    // Rounding may lift a value over its bound by a few units in the last place.
    let bounds = zip(edges, edges.dropFirst()).map { low, high in
      (1 + 1e-14) * rising(at: high) * falling(at: low)
    }
    return try TabulatedDistribution(edges: edges, densities: bounds)
  }
}
