// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Numerics

/// What a muon leaves in a calorimeter: a parametrisation, not a simulation.
///
/// Ionisation of the active layers fluctuates after Landau, gives light that saturates by Birks' law at
/// its mean rate of loss, and is brought to the energy of an electron by the scale of the calorimeter.
/// On top comes the radiative tail, of which a share v of the muon's
/// energy is given to showers inside the calorimeter with
///
///     dN/dv = b X / v,   vmin < v < 1,   b = 2 (m_e / m_mu)^2 / X0 + 4.5e-7 cm^2/g
///
/// X is the depth, X0 the radiation length in g/cm^2. The first term of b stands for bremsstrahlung and
/// pairs, the second for nuclear interactions; b is good to 25% from 50 GeV to 1 TeV, for lead, iron
/// and carbon. What is radiated below vmin is a mean loss that ionisation covers.
/// - Source: PDG:2024cfk, section 34.6
package struct MuonResponse: Sendable {
  /// The ionisation in the active layers, in GeV.
  package let ionisation: StragglingLoss
  /// The mean number of showers above vmin.
  package let radiations: Double

  /// The energy of an electron per ionisation.
  private let scale: Double
  private let energy: Double

  /// The least share of the energy that counts as radiated.
  package static let leastShare = 1e-3

  /// b of nuclear interactions in cm^2/g.
  static let nuclear = 4.5e-7

  /// Prepares the response; nil if a layer is vacuum.
  /// - Parameters:
  ///   - calorimeter: the calorimeter.
  ///   - scale: the energy of an electron over its visible energy.
  ///   - momentum: of the muon in GeV.
  ///   - mass: of the muon in GeV.
  package init?(
    in calorimeter: SamplingCalorimeter, scale: Double, momentum: Double, mass: Double
  ) {
    let layers = Double(calorimeter.layers)
    let active = Slab(
      calorimeter.active.material, thickness: layers * calorimeter.active.thickness)
    guard let ionisation = StragglingLoss(in: active, momentum: momentum, mass: mass) else {
      return nil
    }
    self.ionisation = ionisation
    let rate = 1e3 * ionisation.mean / active.thickness
    self.scale = scale / (1 + (calorimeter.birks ?? 0) * rate)
    energy = (momentum * momentum + mass * mass).squareRoot()
    let thickness = [calorimeter.absorber, calorimeter.active].reduce(0) { sum, slab in
      sum + layers * slab.thickness * 0.1 * slab.material.density.value.gramsPerCm3
    }
    let ratio = Electron.mass / mass
    let mean =
      2 * ratio * ratio * calorimeter.radiationLengths + Self.nuclear * thickness
    radiations = -log(Self.leastShare) * mean
  }

  /// Draws the energy that a muon leaves, in GeV on the scale of electrons.
  package func draw(from random: inout RandomStream) -> Double {
    var share = 0.0
    for _ in 0..<random.poisson(mean: radiations) {
      share += pow(Self.leastShare, random.uniform())
    }
    return scale * ionisation.draw(from: &random) + min(share, 1) * energy
  }
}
