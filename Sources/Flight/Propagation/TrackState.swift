// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Quantities

/// A particle at a place and a time: position in mm, time in ns, momentum in GeV, charge in e.
package struct TrackState: Hashable, Sendable {
  /// The position in mm.
  package let position: ThreeVector

  /// The time in ns.
  package let time: Double

  /// Mass, energy and momentum in GeV.
  package let particle: FourMomentum

  /// The charge in units of the positron's.
  package let charge: Double

  /// Puts a particle somewhere.
  package init(
    _ particle: FourMomentum, charge: Double = 0, at position: ThreeVector = .zero,
    time: Double = 0
  ) {
    self.position = position
    self.time = time
    self.particle = particle
    self.charge = charge
  }

  /// 1 / velocity, E / (p c), in ns/mm; infinite at rest.
  var slowness: Double {
    particle.energy / (particle.momentum.length * PhysicalConstants.speedOfLight)
  }

  /// The same particle after a straight path in mm, back along it if negative.
  ///
  /// A particle at rest goes nowhere, and stays as it is.
  /// - Parameter path: the length of the path in mm.
  /// - Returns: the particle at its new place and time.
  package func advanced(by path: Double) -> TrackState {
    guard let direction = particle.momentum.direction else { return self }
    return TrackState(
      particle, charge: charge, at: position + path * direction, time: time + path * slowness)
  }

  /// The straight path in mm to the plane at z, not negative; nil if the particle never meets it.
  package func path(toPlane z: Double) -> Double? {
    guard let direction = particle.momentum.direction else { return nil }
    let gap = z - position.z
    if gap == 0 { return 0 }
    let path = gap / direction.z
    return path > 0 && path.isFinite ? path : nil
  }
}
