// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics

/// Where and when a particle decays.
package struct DecayVertex: Hashable, Sendable {
  /// The position in mm.
  package let position: ThreeVector

  /// The time in ns.
  package let time: Double

  /// The path from the start of the particle, in mm.
  package let path: Double

  /// The probability of what was asked for: to decay in the volume, or 1 without one.
  package let weight: Double
}

extension DecayLaw {
  /// Draws the vertex of a particle anywhere; nil for a stable one.
  package func drawVertex(
    of state: TrackState, using stream: inout RandomStream
  ) -> DecayVertex? {
    guard meanTime < .infinity else { return nil }
    let lifetimes = stream.exponential()
    let path = lifetimes * meanPath
    return DecayVertex(
      position: state.advanced(by: path).position, time: state.time + lifetimes * meanTime,
      path: path, weight: 1)
  }

  /// Draws the vertex of a particle in a volume, with the probability of that as weight.
  ///
  /// The mean of weight times anything is that of all decays with a cut on the volume.
  /// - Parameters:
  ///   - state: the particle at its start.
  ///   - volume: where it has to decay.
  ///   - stream: where the random bits come from.
  /// - Returns: the vertex; nil if the particle never enters, or is stable.
  package func drawVertex(
    of state: TrackState, in volume: DecayVolume, using stream: inout RandomStream
  ) -> DecayVertex? {
    guard meanTime < .infinity, let range = volume.path(of: state) else { return nil }
    // At rest inside the volume the path says nothing of the time.
    guard meanPath > 0 else {
      return range.contains(0) ? drawVertex(of: state, using: &stream) : nil
    }
    let path = draw(in: range, using: &stream)
    let end = state.advanced(by: path)
    return DecayVertex(
      position: end.position, time: end.time, path: path, weight: probability(of: range))
  }
}
