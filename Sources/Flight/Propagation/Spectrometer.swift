// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics

/// Magnets that do not overlap, and empty space between them.
package struct Spectrometer: Hashable, Sendable {
  /// The magnets.
  package let dipoles: [Dipole]

  /// Joins magnets.
  package init(_ dipoles: [Dipole] = []) { self.dipoles = dipoles }

  /// True if a particle goes straight everywhere: it has no charge, or there is no magnet.
  package func isStraight(for state: TrackState) -> Bool { state.charge == 0 || dipoles.isEmpty }

  /// Follows a particle to where it first meets the plane at z, in mm.
  ///
  /// Straight outside the magnets, on a helix inside; without loss of energy, scattering or decay.
  /// - Parameters:
  ///   - state: the particle at its start.
  ///   - z: the plane.
  /// - Returns: the particle on the plane; nil if it never gets there.
  package func carry(_ state: TrackState, toPlane z: Double) -> TrackState? {
    if isStraight(for: state) { return straight(state, toPlane: z) }
    var state = state
    // Between magnets that face each other a particle may come back often; not for ever.
    for _ in 0..<(16 + 4 * dipoles.count) {
      if let dipole = dipoles.first(where: { $0.holds(state) }) {
        switch dipole.bend(state, toPlane: z) {
        case .arrived(let end): return end
        case .left(let end): state = end
        case .trapped: return nil
        }
        continue
      }
      let end = straight(state, toPlane: z)
      guard let entry = entry(of: state, before: end?.time ?? .infinity) else { return end }
      state = entry
    }
    return nil
  }

  private func straight(_ state: TrackState, toPlane z: Double) -> TrackState? {
    state.path(toPlane: z).map { state.advanced(by: $0).snapped(2, to: z) }
  }

  /// The first magnet that a particle enters before a time in ns.
  private func entry(of state: TrackState, before time: Double) -> TrackState? {
    var first: TrackState?
    for dipole in dipoles {
      guard let entry = dipole.entry(of: state), dipole.holds(entry),
        entry.time < min(time, first?.time ?? .infinity)
      else { continue }
      first = entry
    }
    return first
  }
}
