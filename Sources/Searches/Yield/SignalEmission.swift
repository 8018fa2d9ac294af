// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Production

/// One emission of X in a shower, its mass left open.
///
/// The number of X of a mass that it stands for, per simulated beam particle at epsilon = 1, is
/// `factor` times d sigma / (dv dcos(theta) dOmega) of that mass.
package struct SignalEmission: Hashable, Sendable {
  /// The number of the beam particle.
  package let event: Int
  /// The total energy in GeV of what emits X.
  package let energy: Double
  /// Energy and directions, seen along the way of what emits X.
  package let recoil: LeptonRecoil
  /// The atom, among those of the search.
  package let atom: Int
  /// Where X is emitted, in mm behind the front face.
  package let depth: Double
  /// The statistical factor in GeV / pb.
  package let factor: Double

  /// The energy of X in GeV.
  package func bosonEnergy(leptonMass: Double) -> Double { energy - leptonMass - recoil.residual }
}
