// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Numerics

/// The fluctuating loss of a heavy charged particle in layers of one material.
///
///     Delta = Delta_p + xi (lambda - lambda_p)
///
/// lambda follows Landau's distribution, cut off where the mean is that of the mean loss: knock-on
/// electrons above Tmax do not exist. Good for layers that are thin for the particle, xi well below
/// Tmax, and thick for an atom, xi well above I; layers of one material add up.
/// - Source: PDG:2024cfk, section 34.2.9
package struct StragglingLoss: Sendable {
  /// The most probable loss in GeV.
  package let mostProbable: Double
  /// The mean loss in GeV.
  package let mean: Double
  /// xi in GeV; the full width at half maximum is 4.02 times that.
  package let scale: Double
  private let distribution: LandauDistribution

  /// Prepares the loss in a thickness; nil in the vacuum.
  /// - Parameters:
  ///   - slab: the material and its thickness.
  ///   - momentum: of the particle in GeV.
  ///   - mass: of the particle in GeV.
  package init?(in slab: Slab, momentum: Double, mass: Double) {
    guard let loss = IonisationLoss(slab.material) else { return nil }
    let betaGamma = momentum / mass
    mostProbable = loss.mostProbable(betaGamma: betaGamma, thickness: slab.thickness)
    mean = loss.mean(betaGamma: betaGamma, mass: mass) * slab.thickness
    scale = loss.scale(betaGamma: betaGamma, thickness: slab.thickness)
    let average = (mean - mostProbable) / scale + LandauDistribution.peak
    guard let distribution = try? LandauDistribution(mean: average) else { return nil }
    self.distribution = distribution
  }

  /// Draws a loss in GeV, not below zero.
  package func draw(from random: inout RandomStream) -> Double {
    max(0, mostProbable + scale * (distribution.draw(from: &random) - LandauDistribution.peak))
  }
}
