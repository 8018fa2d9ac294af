// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Production

/// One emission of X in a shower, its mass left open.
///
/// The number of X of a mass that it stands for, per simulated beam particle at epsilon = 1, is
/// `factor` times d sigma / (dv dcos(theta) dOmega) of that mass; where a positron annihilates,
/// `factor` times the cross section on one electron.
package struct SignalEmission: Hashable, Sendable {
  /// The number of the beam particle.
  package let event: Int
  /// The total energy in GeV of what emits X.
  package let energy: Double
  /// Energy and directions, seen along the way of what emits X.
  package let recoil: LeptonRecoil
  /// The atom, among those of the search; ``electrons`` where a positron annihilates.
  package let atom: Int
  /// Where X is emitted, in mm behind the front face.
  package let depth: Double
  /// The statistical factor in GeV / pb.
  package let factor: Double

  /// Joins what is known of an emission.
  ///
  /// - Parameters:
  ///   - event: the number of the beam particle.
  ///   - energy: the total energy in GeV of what emits X.
  ///   - recoil: energy and directions.
  ///   - atom: the atom, or ``electrons``.
  ///   - depth: where, in mm.
  ///   - factor: the statistical factor in GeV / pb.
  package init(
    event: Int, energy: Double, recoil: LeptonRecoil, atom: Int, depth: Double, factor: Double
  ) {
    self.event = event
    self.energy = energy
    self.recoil = recoil
    self.atom = atom
    self.depth = depth
    self.factor = factor
  }

  /// Stands for an atom: its electrons, one of which a positron meets.
  package static let electrons = -1

  /// The same emission under another number.
  func numbered(_ event: Int) -> SignalEmission {
    SignalEmission(
      event: event, energy: energy, recoil: recoil, atom: atom, depth: depth, factor: factor)
  }

  /// The energy of X in GeV.
  package func bosonEnergy(leptonMass: Double) -> Double {
    atom == Self.electrons ? energy + leptonMass : energy - leptonMass - recoil.residual
  }
}
