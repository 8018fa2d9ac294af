// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Quantities

extension Dipole {
  /// What becomes of a particle in a magnet.
  package enum Passage: Hashable, Sendable {
    /// It meets the plane that was asked for, inside the box.
    case arrived(TrackState)
    /// It leaves through a face.
    case left(TrackState)
    /// It turns in circles for ever.
    case trapped
  }

  /// Bends a particle that the box holds until it meets a plane or leaves.
  ///
  /// The exact helix; the first of all crossings with the faces and the plane is a closed formula.
  /// The size of the momentum is conserved to rounding. No energy is lost.
  /// - Parameters:
  ///   - state: a particle inside, or on the face where it enters.
  ///   - z: the plane to stop at, in mm; nil to go on until it leaves.
  /// - Returns: the particle where that happens.
  package func bend(_ state: TrackState, toPlane z: Double? = nil) -> Passage {
    guard let direction = state.particle.momentum.direction else { return .trapped }
    let perTesla = state.charge * PhysicalConstants.speedOfLight * 1e-6
    let helix = Helix(
      origin: state.position.components, direction: direction.vector.components,
      curvature: perTesla * field.baseValue / state.particle.momentum.length,
      axis: axis.rawValue)
    var nearest = Double.infinity
    var face = (index: 0, value: 0.0)
    for index in 0..<3 {
      let (low, high) = (lower.components[index], upper.components[index])
      if let path = helix.path(to: index, low, sense: -1), path < nearest {
        nearest = path
        face = (index, low)
      }
      if let path = helix.path(to: index, high, sense: 1), path < nearest {
        nearest = path
        face = (index, high)
      }
    }
    if let z, let path = helix.path(to: 2, z, sense: 0), path <= nearest {
      return .arrived(state.moved(along: helix, by: path).snapped(2, to: z))
    }
    guard nearest < .infinity else { return .trapped }
    return .left(state.moved(along: helix, by: nearest).snapped(face.index, to: face.value))
  }
}

extension TrackState {
  /// The same particle after a path in mm along its helix.
  fileprivate func moved(along helix: Helix, by path: Double) -> TrackState {
    let momentum = ThreeVector(helix.turned(particle.momentum.components, after: path))
    return TrackState(
      FourMomentum(mass: particle.mass, momentum: momentum), charge: charge,
      at: ThreeVector(helix.position(after: path)), time: time + path * slowness)
  }
}
